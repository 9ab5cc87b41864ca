import type { Cell, Column, RowKind } from '../book.ts'
import { lastDigit, sum, ZERO, type Amount } from '../amount.ts'
import type { GridRow } from './grid.ts'
import { rowKindByWords } from './row-words.ts'

/** What arithmetic and indentation tell of a row whose words say nothing. */
export type Shape = { kind: Extract<RowKind, 'sum' | 'ofWhich'>; confidence: number }

type Laid = { row: GridRow; cells: readonly (Cell | null)[] }

/**
 * Finds sums that are not called so (the row is the sum of the lines right above it, in every column) and parts
 * that are only set further to the right than their whole. One entry a row; null where nothing shows.
 */
export function shapesOf(rows: readonly Laid[], columns: readonly Column[]): (Shape | null)[] {
  const used = columns.flatMap(({ kind }, at) => (kind === 'change' || kind === 'scenario' ? [] : [at]))
  const shapes = partsByIndent(rows, used)
  let run = emptyRun()
  for (const [at, each] of rows.entries()) {
    if (rows[at - 1]?.row.section !== each.row.section) run = emptyRun()
    const words = rowKindByWords(each.row.label)
    if (words === 'ofWhich' || words === 'memo' || shapes[at] !== null) continue
    if (words === 'sum') {
      run = emptyRun()
      continue
    }
    if (run.terms >= 2 && addsUp(each.cells, run, used)) {
      shapes[at] = { kind: 'sum', confidence: isMarked(each.row) || run.terms >= 4 ? 0.85 : 0.6 }
      run = emptyRun()
    } else addTo(run, each.cells, used)
  }
  return shapes
}

/** The lines since the last sum, added up column by column. */
type Run = { terms: number; columns: Map<number, { total: Amount; reach: Amount; figures: number }> }

function emptyRun(): Run {
  return { terms: 0, columns: new Map() }
}

function addTo(run: Run, cells: Laid['cells'], columns: readonly number[]): void {
  run.terms++
  for (const column of columns) {
    const cell = cells[column]
    if (!cell?.value) continue
    const half = halfUnits[cell.decimals] ?? lastDigit(cell.decimals).div(2)
    const before = run.columns.get(column)
    const counted = cell.value.isZero() ? 0 : 1
    if (before === undefined) run.columns.set(column, { total: cell.value, reach: half, figures: counted })
    else {
      before.total = before.total.plus(cell.value)
      before.reach = before.reach.plus(half)
      before.figures += counted
    }
  }
}

const halfUnits = Array.from({ length: 7 }, (_, decimals) => lastDigit(decimals).div(2))

/** Printed bold or in capitals. */
function isMarked(row: GridRow): boolean {
  return row.bold || /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u.test(row.label)
}

/** The figures are the run's totals within rounding, in every column, and in two of them by more than chance. */
function addsUp(cells: Laid['cells'], run: Run, columns: readonly number[]): boolean {
  let telling = 0
  for (const column of columns) {
    const cell = cells[column]
    const added = run.columns.get(column)
    if (!cell?.value && added === undefined) continue
    if (!cell?.value || added === undefined) return false
    const reach = added.reach.plus(halfUnits[cell.decimals] ?? ZERO)
    if (added.total.minus(cell.value).abs().gt(reach)) return false
    if (added.figures >= 2 && cell.value.abs().gt(reach.times(4))) telling++
  }
  return telling >= Math.min(2, columns.length)
}

/** Rows set further to the right than a row with figures before them, together no more than that row. */
function partsByIndent(rows: readonly Laid[], columns: readonly number[]): (Shape | null)[] {
  const shapes: (Shape | null)[] = rows.map(() => null)
  for (const [at, whole] of rows.entries()) {
    const words = rowKindByWords(whole.row.label)
    if (words === 'sum' || words === 'memo') continue
    let end = at + 1
    while ((rows[end]?.row.indent ?? -1) > whole.row.indent && rows[end]?.row.section === whole.row.section)
      end++
    const children = rows.slice(at + 1, end).filter(({ row }) => row.indent === rows[at + 1]?.row.indent)
    if (children.length === 0 || !within(whole, children, columns)) continue
    const run = emptyRun()
    for (const child of children) addTo(run, child.cells, columns)
    const confidence = addsUp(whole.cells, run, columns) ? 0.9 : 0.65
    for (let child = at + 1; child < end; child++) shapes[child] = { kind: 'ofWhich', confidence }
  }
  return shapes
}

function within(whole: Laid, parts: readonly Laid[], columns: readonly number[]): boolean {
  let compared = 0
  for (const column of columns) {
    const total = whole.cells[column]?.value
    const values = valuesAt(parts, column)
    if (!total || values.length === 0) continue
    compared++
    const added = sum(values)
    const reach = lastDigit(whole.cells[column]?.decimals ?? 0).times(parts.length + 1)
    if (added.abs().gt(total.abs().plus(reach)) || added.times(total).lt(0)) return false
  }
  return compared > 0
}

function valuesAt(rows: readonly Laid[], column: number): Amount[] {
  return rows.flatMap(({ cells }) => cells[column]?.value ?? [])
}
