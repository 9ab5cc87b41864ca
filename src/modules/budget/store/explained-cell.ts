import { found } from '#platform/operations/problem.ts'
import { explainCell } from '../rules/statements/explain.ts'
import type { Explanation } from '../rules/statements/explanation.ts'
import { explainSummary } from '../rules/statements/explain-summary.ts'
import { explainTakenBack } from '../rules/statements/explain-base.ts'
import { message } from '../rules/statements/message.ts'
import { SUMMARY_KEY } from '../rules/statements/summary.ts'
import { tableOf, type Compiled } from './compile.ts'

/** A cell of a compiled table, by the keys of its table, row and column. */
export type CellPlace = { table: string; row: string; column: string }

/**
 * How a cell of a compiled table came about, down to what was printed. A figure written by hand stands at the root,
 * with what it would have been under it.
 * @throws {Problem} notFound when there is no such cell
 */
export function explainedCell(
  compiled: Compiled,
  place: CellPlace,
): { label: string; tree: Explanation | null } {
  const table = found(tableOf(compiled.book.tables, place.table))
  const row = found(table.rows.find((each) => each.key === place.row))
  const at = table.columns.findIndex((each) => each.key === place.column)
  const column = found(table.columns[at])
  const years = compiled.budgetBase.years
  const tree =
    place.table === SUMMARY_KEY
      ? explainSummary(compiled.derived, place.row, Math.max(0, years.indexOf(column.year ?? 0)))
      : explainCell(compiled.derived, place.table, place.row, place.column)
  const cell = row.cells[at]
  const byHand = cell?.origin === 'override' && tree?.kind !== 'override'
  const rooted: Explanation | null = byHand
    ? {
        kind: 'override',
        message: message('statements.explain.override', { note: noteOf(compiled, place) }),
        value: cell.value,
        unit: cell.unit,
        sign: 1,
        place,
        sourceLine: null,
        adjustment: null,
        children: tree ? [tree] : [],
      }
    : tree
  return {
    label: [row.section, row.label].filter(Boolean).join(', '),
    tree: rooted && withTakenBack(compiled, rooted),
  }
}

function noteOf(compiled: Compiled, place: CellPlace): string {
  const mine = compiled.version.overrides.find(
    (each) => each.table === place.table && each.row === place.row && each.column === place.column,
  )
  return mine?.note ?? ''
}

/** Where only our own side was printed, a base figure is itself a computation: ours as printed, less our changes. */
function withTakenBack(compiled: Compiled, tree: Explanation): Explanation {
  const { takenBack } = compiled
  if (!takenBack) return tree
  const children = tree.children.map((child) => withTakenBack(compiled, child))
  if (tree.kind !== 'base' || !tree.place) return { ...tree, children }
  const { table, row, column } = tree.place
  const before = explainTakenBack(takenBack, table, row, column)
  return { ...tree, children: before ? [before] : children }
}
