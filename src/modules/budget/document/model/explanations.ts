import { sentence } from '#platform/operations/sentence.ts'
import { ZERO } from '../../rules/amount.ts'
import type { Table } from '../../rules/book.ts'
import { printFigure } from '../../rules/statements/compiling/derived-cell.ts'
import { isStatement } from '../../rules/statements/derive.ts'
import { explainTakenBack } from '../../rules/statements/explain-base.ts'
import { explainCell } from '../../rules/statements/explain.ts'
import type { Explanation } from '../../rules/statements/explanation.ts'
import { explainBoardSum } from '../../rules/statements/explain-summary.ts'
import { documentTexts } from '../../messages/document.ts'
import { statementsTexts } from '../../messages/statements.ts'
import { compiledVersion, type Compiled } from '../../store/compile.ts'
import type { StoredBook, StoredVersion } from '../../store/stored-book.ts'
import type { DocumentModel, Source } from './document.ts'
import { exact } from './print.ts'

const t = documentTexts.in('sv')

/**
 * How every computed figure came about, one step at a time: each term points to the figure, the reform or the printed
 * line it is, which has an explanation of its own. Plain JSON, frozen with a publication.
 */
export type Explanations = Record<string, Record<string, How>>

export type How = {
  kind: 'sum' | 'computed' | 'base' | 'override'
  /** For what is computed and no sum: how, as the last word of its message's key. */
  computed: 'difference' | 'percentChange' | 'equityRatio' | 'moved' | null
  /** What it is, in words. */
  says: string
  terms: Term[]
  source: Source | null
}

export type Term = {
  sign: 1 | -1
  label: string
  value: string | null
  printed: string
  /** The figure it is, where that stands in a table. */
  to: { table: string; row: string; column: string } | null
  /** Is it a change of ours: an adjustment or tax step, or what follows when the result is another? */
  change: boolean
  /** The adjustment or tax step it is. */
  reform: string | null
  /** The base's own figure, before our changes. */
  base: boolean
  source: Source | null
  /** How a base figure was found again, when only our own side was printed. */
  found: Term[]
}

/** The key of a cell among a table's explanations. */
export function cellKey(row: string, column: string): string {
  return `${row} ${column}`
}

/** Explains every figure of the document that is not simply printed by somebody else or written by hand. */
export function explanationsOf(book: StoredBook, version: StoredVersion, model: DocumentModel): Explanations {
  const compiled = compiledVersion(book, version)
  const all: Explanations = {}
  for (const table of compiled.book.tables.filter(isStatement)) {
    const cells = statementExplanations(table, compiled, book.decimals)
    if (Object.keys(cells).length > 0) all[table.key] = cells
  }
  return { ...all, ...boardExplanations(book, compiled, model) }
}

function statementExplanations(table: Table, compiled: Compiled, decimals: number): Record<string, How> {
  const cells: Record<string, How> = {}
  for (const row of table.rows) {
    for (const [at, column] of table.columns.entries()) {
      const cell = row.cells[at]
      if (!cell || cell.value === null) continue
      const tree = explainCell(compiled.derived, table.key, row.key, column.key)
      if (tree === null || tree.kind === 'printed' || tree.kind === 'change') continue
      cells[cellKey(row.key, column.key)] = {
        kind: tree.kind,
        computed: computedHow(tree),
        says: said(tree),
        terms:
          tree.kind === 'base'
            ? takenBackTerms(tree, compiled, cell.decimals)
            : termsOf(tree, compiled, Math.max(cell.decimals, decimals)),
        source: sourceOf(tree),
      }
    }
  }
  return cells
}

/** The terms of a figure; what no row prints is looked through, down to something that has a place. */
function termsOf(tree: Explanation, compiled: Compiled, decimals: number, sign: 1 | -1 = 1): Term[] {
  return tree.children.flatMap((child): Term[] => {
    const own = (child.sign * sign) as 1 | -1
    const isBase = child.kind === 'base' && samePlace(child.place, tree.place)
    if (child.place === null && child.children.length > 0 && child.kind === 'sum')
      return termsOf({ ...child, place: tree.place }, compiled, decimals, own)
    return [
      {
        sign: own,
        // A figure that has a place of its own is called what it is called there.
        label: (!isBase && child.place !== null && rowLabel(child)) || said(child),
        value: child.value === null ? null : exact(child.value),
        printed: child.value === null ? '' : printFigure(child.value, decimals, child.unit),
        to: isBase ? null : child.place,
        change: child.kind === 'change',
        reform: child.adjustment,
        base: isBase,
        source: sourceOf(child),
        found: isBase ? takenBackTerms(child, compiled, decimals) : [],
      },
    ]
  })
}

function takenBackTerms(tree: Explanation, { takenBack }: Compiled, decimals: number): Term[] {
  if (takenBack === null || tree.place === null) return []
  const { table, row, column } = tree.place
  const before = explainTakenBack(takenBack, table, row, column)
  return (before?.children ?? []).map((child) => ({
    sign: child.sign,
    label: said(child),
    value: child.value === null ? null : exact(child.value),
    printed: child.value === null ? '' : printFigure(child.value, decimals, child.unit),
    to: null,
    change: false,
    reform: child.adjustment,
    base: false,
    source: sourceOf(child),
    found: [],
  }))
}

/** The tables that Kansli makes itself: a board's sum, the overview, and the way from the base's result to ours. */
function boardExplanations(book: StoredBook, compiled: Compiled, model: DocumentModel): Explanations {
  const all: Explanations = {}
  const own = (label: string, table: string, row: string, column: string, sign: 1 | -1 = 1): Term => {
    const figure = [model.overview, model.path, ...model.boards.flatMap((board) => board.table ?? [])]
      .find((each) => each.key === table)
      ?.rows.find((each) => each.key === row)
    const at = [model.overview, model.path, ...model.boards.flatMap((board) => board.table ?? [])]
      .find((each) => each.key === table)
      ?.columns.findIndex((each) => each.key === column)
    const cell = figure?.cells[at ?? -1] ?? null
    return {
      sign,
      label,
      value: cell?.value ?? null,
      printed: cell?.printed ?? '',
      to: { table, row, column },
      change: false,
      reform: null,
      base: false,
      source: null,
      found: [],
    }
  }
  for (const board of model.boards) {
    if (!board.table) continue
    const cells: Record<string, How> = {}
    for (const [at, year] of model.years.entries()) {
      const tree = explainBoardSum(compiled.derived, board.name, at)
      if (tree === null) continue
      const [base, ...changes] = termsOf(tree, compiled, book.decimals)
      if (!base) continue
      const column = String(year)
      cells[cellKey('base', column)] = {
        kind: 'base',
        computed: null,
        says: base.label,
        terms: base.to ? takenBackTerms({ ...tree, place: base.to }, compiled, book.decimals) : [],
        source: base.source,
      }
      cells[cellKey('sum', column)] = {
        kind: 'sum',
        computed: null,
        says: said(tree),
        terms: [
          { ...own(base.label, board.table.key, 'base', column), source: base.source },
          ...changes
            .filter((term) => term.value !== null && term.value !== '0')
            .map((term) => ({
              ...term,
              to:
                term.reform === null
                  ? null
                  : { table: board.table!.key, row: `adjustment:${term.reform}`, column },
            })),
        ],
        source: null,
      }
    }
    all[board.table.key] = cells
  }
  all[model.overview.key] = overviewExplanations(model, own)
  all[model.path.key] = { ...baseResultExplanations(compiled, model), ...pathExplanations(model, own) }
  return all
}

/** The base's result is the last line of its income statement. */
function baseResultExplanations(compiled: Compiled, model: DocumentModel): Record<string, How> {
  const statement = compiled.derived.tables.find((table) => table.kind === 'incomeStatement')
  const row = statement?.rows.find((each) => each.role === 'resultOfTheYear')
  const cells: Record<string, How> = {}
  if (!statement || !row) return cells
  for (const year of model.years) {
    const at = statement.columns.findIndex(
      (column) => column.year === year && (column.kind === 'budget' || column.kind === 'plan'),
    )
    const column = statement.columns[at]
    if (!column) continue
    const place = { table: statement.key, row: row.key, column: column.key }
    const tree =
      compiled.takenBack && explainTakenBack(compiled.takenBack, place.table, place.row, place.column)
    const line = row.cells[at]?.sourceLine ?? row.sourceLine
    cells[cellKey('baseResult', String(year))] = {
      kind: 'base',
      computed: null,
      says: `${statement.title}, ${row.label}`,
      terms: tree ? takenBackTerms({ ...tree, place }, compiled, model.decimals) : [],
      source: line === null ? null : { file: statement.source, line },
    }
  }
  return cells
}

type Own = (label: string, table: string, row: string, column: string, sign?: 1 | -1) => Term

function overviewExplanations(model: DocumentModel, own: Own): Record<string, How> {
  const cells: Record<string, How> = {}
  const money = model.boards.filter((board) => board.table !== null)
  for (const column of model.overview.columns) {
    if (column.kind === 'share') continue
    const part = column.kind
    const year = String(column.year)
    for (const board of money) {
      const key = board.table!.key
      const rows = model.overview.rows.find((each) => each.key === `board:${board.slug}`)
      if (!rows) continue
      cells[cellKey(`board:${board.slug}`, column.key)] = {
        kind: 'sum',
        computed: null,
        says: `${board.name}, ${column.label}`,
        terms:
          part === 'change'
            ? [own(t('row.sum'), key, 'sum', year), own(t('row.base'), key, 'base', year, -1)]
            : [own(t(part === 'base' ? 'row.base' : 'row.sum'), key, part, year)],
        source: null,
      }
    }
    cells[cellKey('total', column.key)] = {
      kind: 'sum',
      computed: null,
      says: column.label,
      terms: money.map((board) => own(board.name, 'overview', `board:${board.slug}`, column.key)),
      source: null,
    }
  }
  return cells
}

function pathExplanations(model: DocumentModel, own: Own): Record<string, How> {
  const cells: Record<string, How> = {}
  const paying = model.path.rows.filter((row) => row.about?.of === 'reform')
  for (const year of model.years.map(String)) {
    const changes = model.boards.flatMap((board) =>
      board.table === null
        ? []
        : (['sum', 'base'] as const).map((row) =>
            own(`${board.name}: ${t(`row.${row}`)}`, board.table!.key, row, year, row === 'sum' ? -1 : 1),
          ),
    )
    cells[cellKey('appropriations', year)] = {
      kind: 'sum',
      computed: null,
      says: model.path.rows.find((row) => row.key === 'appropriations')?.label ?? '',
      terms: changes,
      source: null,
    }
    const way = ['baseResult', ...paying.map((row) => row.key), 'appropriations']
    cells[cellKey('ownResult', year)] = {
      kind: 'sum',
      computed: null,
      says: model.path.rows.find((row) => row.key === 'ownResult')?.label ?? '',
      terms: way
        .map((key) => own(model.path.rows.find((row) => row.key === key)?.label ?? '', 'path', key, year))
        .filter((term) => term.value !== null),
      source: null,
    }
  }
  return cells
}

function computedHow({ kind, message }: Explanation): How['computed'] {
  if (kind !== 'computed') return null
  const last = message.key.split('.').at(-1) ?? ''
  if (last.startsWith('equityRatio')) return 'equityRatio'
  return (['difference', 'percentChange', 'moved'] as const).find((each) => each === last) ?? null
}

function rowLabel({ message }: Explanation): string {
  const { row } = message.params
  return typeof row === 'string' ? row : ''
}

function samePlace(one: Explanation['place'], other: Explanation['place']): boolean {
  return (
    one !== null &&
    other !== null &&
    one.table === other.table &&
    one.row === other.row &&
    one.column === other.column
  )
}

function said({ message, value }: Explanation): string {
  return (
    sentence(statementsTexts, 'sv', message.key, { ...message.params, value: (value ?? ZERO).toFixed() }) ??
    message.key
  )
}

function sourceOf({ sourceLine }: Explanation): Source | null {
  return sourceLine === null ? null : { file: sourceLine.source, line: sourceLine.line }
}
