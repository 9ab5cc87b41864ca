import { handwritten } from '../document/text/plain-text.ts'
import type { StatementSettings } from '../rules/statements/columns.ts'
import { amount, type Amount } from '../rules/amount.ts'
import type { Book, Table } from '../rules/book.ts'
import { checkBook } from '../rules/check/check.ts'
import type { CheckReport } from '../rules/check/report.ts'
import { compileBook } from '../rules/statements/compile-book.ts'
import type { Derived } from '../rules/statements/derive.ts'
import { budgetBaseOf, prepareBase, type PreparedBase } from '../rules/statements/prepare.ts'
import type { BudgetBase } from '../rules/statements/base.ts'
import type { SummaryWords } from '../rules/statements/summary.ts'
import { printedAdjustments } from '../rules/statements/printed-adjustments.ts'
import { takeBack, type TakenBack } from '../rules/statements/take-back.ts'
import { totals, type Totals } from '../rules/statements/totals.ts'
import type { Adjustment, Version } from '../rules/statements/version.ts'
import { summaryTexts } from './summary-texts.ts'
import { yearsOf, type StoredAdjustment, type StoredBook, type StoredVersion } from './stored-book.ts'

/** A version with everything that follows from it. */
export type Compiled = {
  version: Version
  base: PreparedBase
  budgetBase: BudgetBase
  /** Where the base came from: printed for the base version, or our own printed budget with our changes taken back. */
  takenBack: TakenBack | null
  /** Our whole budget, every figure derived; the check is run on it like on any printed one. */
  book: Book
  derived: Derived
  totals: Totals
}

/** What belongs to one book, computed when it is first asked for; a changed book is another object, so it starts anew. */
type Kept = {
  compiled: Map<string, Compiled>
  printed: Map<string, CheckReport>
  checked: Map<string, CheckReport>
}

const kept = new WeakMap<StoredBook, Kept>()

function keptOf(book: StoredBook): Kept {
  const before = kept.get(book)
  if (before) return before
  const fresh: Kept = { compiled: new Map(), printed: new Map(), checked: new Map() }
  kept.set(book, fresh)
  return fresh
}

function once<Value>(values: Map<string, Value>, key: string, make: () => Value): Value {
  const before = values.get(key)
  if (before !== undefined) return before
  const value = make()
  values.set(key, value)
  return value
}

/** Compiles a version: its base, our statements, the totals. */
export function compiledVersion(book: StoredBook, version: StoredVersion): Compiled {
  return once(keptOf(book).compiled, version.id, () => compile(book, version))
}

/** The check of what has been read in for a version, figure by figure as it was printed. */
export function printedReport(book: StoredBook, version: StoredVersion): CheckReport {
  return once(keptOf(book).printed, version.id, () => checkBook(printedBook(book, version)))
}

/** The check of the budget that Kansli has compiled. */
export function compiledReport(book: StoredBook, version: StoredVersion): CheckReport {
  return once(keptOf(book).checked, version.id, () => checkBook(compiledVersion(book, version).book))
}

/** What has been read in for a version, as a book for the rules. */
export function printedBook(book: StoredBook, version: StoredVersion): Book {
  return { ...frameOf(book, version), tables: [...version.printedTables] }
}

function frameOf(book: StoredBook, version: StoredVersion): Omit<Book, 'tables'> {
  return {
    jurisdiction: book.jurisdiction,
    budgetYear: book.budgetYear,
    planYears: book.planYears,
    unit: book.amountUnit,
    decimals: book.decimals,
    assignments: version.assignments.map((assignment) => ({
      key: assignment.sourceKey || assignment.id,
      chapter: assignment.chapter,
      publicBoards: assignment.responsible,
      consulted: assignment.consulted,
      kind: assignment.kind,
      theme: assignment.theme,
      text: assignment.text,
      amounts: assignment.amounts,
      dueYear: assignment.dueYear,
      sourceLine: assignment.sourceLine,
    })),
    texts: version.chapters.map((chapter) => ({
      key: chapter.id,
      chapter: chapter.number,
      publicBoard: book.publicBoards.find((board) => board.id === chapter.publicBoardId)?.name ?? null,
      // What it refers to is right by construction; only what somebody typed is read.
      text: handwritten(chapter.text),
      sourceLine: null,
    })),
  }
}

function compile(book: StoredBook, stored: StoredVersion): Compiled {
  const version = versionValue(book, stored)
  const { base, takenBack } = baseFor(book, stored)
  const { book: compiled, derived } = compileBook(base, version, frameOf(book, stored), words(book))
  const budgetBase = budgetBaseOf(base)
  return {
    version,
    base,
    budgetBase,
    takenBack,
    book: compiled,
    derived,
    totals: totals(version, budgetBase),
  }
}

/**
 * The base a version is counted from: what has been read in for the base version; else, when only our own side was
 * printed, that with our changes taken back.
 */
function baseFor(
  book: StoredBook,
  stored: StoredVersion,
): { base: PreparedBase; takenBack: TakenBack | null } {
  const settings = { years: yearsOf(book), unit: book.amountUnit }
  const base = book.versions.find((version) => version.kind === 'base')
  if (base && base.printedTables.length > 0)
    return { base: prepareBase(base.printedTables, settings), takenBack: null }
  const printing = [
    stored,
    ...ancestors(book, stored),
    ...book.versions.filter((each) => each.kind === 'own'),
  ].find((version) => version.printedTables.length > 0)
  if (!printing) return { base: prepareBase([], settings), takenBack: null }
  const original = { ...versionValue(book, printing), adjustments: printedAdjustmentsOf(book, printing) }
  const takenBack = takenBackOnce(printing.printedTables, original, settings)
  return { base: takenBack.base, takenBack }
}

/** Taking back is the dearest step and depends on the printed figures only, which stay through most changes. */
const takenBackBefore = new WeakMap<readonly Table[], { key: string; takenBack: TakenBack }>()

function takenBackOnce(tables: readonly Table[], original: Version, settings: StatementSettings): TakenBack {
  const key = JSON.stringify([original.adjustments, original.cashPolicy, settings])
  const before = takenBackBefore.get(tables)
  if (before?.key === key) return before.takenBack
  const takenBack = takeBack(tables, original, settings)
  takenBackBefore.set(tables, { key, takenBack })
  return takenBack
}

function ancestors(book: StoredBook, version: StoredVersion): StoredVersion[] {
  const parent = book.versions.find((each) => each.id === version.parentId)
  return parent ? [parent, ...ancestors(book, parent)] : []
}

/**
 * The adjustments as the document printed them, with what a person has since said about where they land. What has
 * been written in the grid afterwards must not move the base.
 */
function printedAdjustmentsOf(book: StoredBook, version: StoredVersion): Adjustment[] {
  const summary = version.printedTables.find((table) => table.kind === 'adjustmentSummary')
  if (!summary) return version.adjustments.map((stored) => adjustmentValue(book, stored))
  const units = unitNames(version.printedTables)
  const stored = new Map(version.adjustments.map((each) => [each.printedKey, each]))
  return printedAdjustments(summary, units, { years: yearsOf(book), unit: book.amountUnit }).map(
    (printed) => {
      const said = stored.get(printed.id)
      return said
        ? { ...printed, part: said.part, statementRole: said.statementRole, chapter: said.chapter }
        : printed
    },
  )
}

/** What the units with results of their own are called, where the printed tables name them. */
export function unitNames(tables: readonly Table[]): string[] {
  const units = tables
    .filter((table) => table.kind === 'unitResult')
    .map((table) => table.body ?? table.title)
  const required = tables
    .filter((table) => table.kind === 'resultRequirements')
    .flatMap((table) => table.rows.filter((row) => row.kind !== 'sum').map((row) => row.label))
  return [...new Set([...required, ...units])]
}

/** The stored version as the rules want it. */
export function versionValue(book: StoredBook, stored: StoredVersion): Version {
  return {
    id: stored.id,
    label: stored.name,
    parent: stored.parentId,
    adjustments: stored.adjustments.map((each) => adjustmentValue(book, each)),
    tax: {
      base: byYear(stored.taxBase.map(({ year, amount: text }) => [year, text])),
      steps: stored.taxSteps.map((step) => ({
        id: step.id,
        label: step.label,
        öre: byYear(Object.entries(step.ore).map(([year, text]) => [Number(year), text])),
      })),
    },
    cashPolicy: stored.cashPolicy,
    overrides: stored.overrides.map((override) => ({
      table: override.tableKey,
      row: override.rowKey,
      column: override.columnKey,
      value: override.value === null ? null : amount(override.value),
      note: override.note,
    })),
  }
}

function adjustmentValue(book: StoredBook, stored: StoredAdjustment): Adjustment {
  return {
    id: stored.id,
    publicBoard: book.publicBoards.find((board) => board.id === stored.publicBoardId)?.name ?? null,
    label: stored.label,
    kind: stored.kind,
    amounts: byYear(stored.amounts.map(({ year, amount: text }) => [year, text])),
    recurring: stored.recurring,
    part: stored.part,
    statementRole: stored.statementRole,
    chapter: stored.chapter,
  }
}

function byYear(entries: readonly (readonly [number, string | null])[]): Record<number, Amount> {
  const amounts: Record<number, Amount> = {}
  for (const [year, text] of entries) if (text !== null) amounts[year] = amount(text)
  return amounts
}

/** The words a compiled summary is printed with: always Swedish, the language of the document. */
function words(book: StoredBook): SummaryWords {
  const t = summaryTexts.in('sv')
  return {
    title: t('title'),
    baseProposal: t('baseProposal'),
    sum: t('sum'),
    total: t('total'),
    baseResult: t('baseResult'),
    ownResult: t('ownResult'),
    addition: t('addition', { year: String(book.budgetYear) }),
    otherChapter: t('otherChapter'),
    inChapter: (chapter) => t('inChapter', { chapter }),
    years: yearsOf(book).map((year, index) => t(index === 0 ? 'budget' : 'plan', { year: String(year) })),
  }
}

/** A compiled or printed table by its key. */
export function tableOf(tables: readonly Table[], key: string): Table | undefined {
  return tables.find((table) => table.key === key)
}
