import { sum, type Amount } from '../../rules/amount.ts'
import { bodyFinder } from '../../rules/statements/base.ts'
import { isStatement } from '../../rules/statements/derive.ts'
import type { Compiled } from '../../store/compile.ts'
import { yearsOf, type StoredBook, type StoredVersion } from '../../store/stored-book.ts'
import type { ReferenceData, YearFigures } from '../references/reference-data.ts'
import type { Body } from './bodies.ts'
import type { NumberedAssignment } from './number-assignments.ts'
import { stored } from './print.ts'

/** What is no longer in the version, so that a text that still speaks of it can be told which it was. */
export type Removed = {
  rows: readonly { id: string; label: string }[]
  assignments: readonly { id: string; label: string }[]
}

export const nothingRemoved: Removed = { rows: [], assignments: [] }

/** Everything the texts of a version can refer to. */
export function referenceDataOf(
  book: StoredBook,
  version: StoredVersion,
  { totals, derived, book: compiledBook }: Compiled,
  body: (name: string) => Body,
  assignments: readonly NumberedAssignment[],
  removed: Removed,
): ReferenceData {
  const years = yearsOf(book)
  const effects = new Map(derived.effects.map((effect) => [effect.id, effect]))
  const rowOf = (id: string, label: string, originId: string | null) => ({
    id,
    label,
    originId,
    amounts: effects.get(id)?.amounts ?? years.map(() => null),
    ore: effects.get(id)?.öre ?? null,
  })
  const taxSteps = version.taxSteps.map((step) => rowOf(step.id, step.label, null))
  const boards = totals.boards.map((board) => ({
    ...body(board.publicBoard),
    base: board.base,
    change: board.adjustments,
    sum: board.sum,
  }))
  const named = bodyFinder(book.publicBoards.map((board) => board.name))
  return {
    unit: book.amountUnit,
    decimals: book.decimals,
    years,
    rows: [...taxSteps, ...version.adjustments.map((each) => rowOf(each.id, each.label, each.originId))],
    removedRows: removed.rows,
    boards,
    total: {
      base: totals.baseAppropriations,
      change: totals.appropriations.map((each, at) => each.minus(totals.baseAppropriations[at] ?? each)),
      sum: totals.appropriations,
    },
    result: totals.result,
    baseResult: totals.baseResult,
    requirement: years.map((year) =>
      stored(version.resultRequirements.find((each) => each.year === year)?.amount),
    ),
    tax: years.map((_, at) => taxOf(taxSteps, at)),
    tables: compiledBook.tables.filter(isStatement),
    units: compiledBook.tables
      .filter((table) => table.kind === 'unitResult')
      .map((table) => {
        const name = table.body ?? table.title
        const { slug } = book.publicBoards[named(name)] ?? body(name)
        return { slug, name, table: table.key }
      }),
    chapters: version.chapters.map((chapter) => chapter.number),
    bodies: [
      ...new Set([
        ...boards.map((board) => board.slug),
        ...assignments.flatMap((each) => each.responsible.map(({ slug }) => slug)),
      ]),
    ],
    assignments: assignments.map(({ assignment, label }) => ({ id: assignment.id, label })),
    removedAssignments: removed.assignments,
  }
}

function taxOf(steps: readonly { amounts: YearFigures }[], at: number): Amount | null {
  const amounts = steps.flatMap((step) => step.amounts[at] ?? [])
  return amounts.length === 0 ? null : sum(amounts)
}
