import { ZERO } from '../amount.ts'
import type { Cell, Table } from '../book.ts'
import { addedRowKey } from './compiling/added-boards.ts'
import { computedFigures } from './compiling/computed-figures.ts'
import type { ComputedFigure } from './compiling/computed-figure.ts'
import { columnsOf } from './compiling/compiled-tables.ts'
import type { Derived } from './derive.ts'
import { explanation, type Explanation } from './explanation.ts'
import { message } from './message.ts'
import type { Term } from './structure/quantity.ts'

/**
 * How one figure of our statements is computed, down to the source lines. A figure of the adjustment summary is
 * explained by `explainSummary`.
 * @returns null when there is no such cell
 */
export function explainCell(
  derived: Derived,
  tableKey: string,
  rowKey: string,
  columnKey: string,
): Explanation | null {
  const table = derived.tables.find((each) => each.key === tableKey)
  const row = table?.rows.find((each) => each.key === rowKey)
  const column = table?.columns.findIndex((each) => each.key === columnKey) ?? -1
  if (table === undefined || row === undefined || column < 0) return null
  const cell = row.cells[column] ?? null
  const place = { table: tableKey, row: rowKey, column: columnKey }
  const without = explained(derived, tableKey, rowKey, column)
  if (cell?.origin !== 'override') return without ?? printed(table, rowKey, column)
  const note =
    derived.version.overrides.find(
      (each) => each.table === tableKey && each.row === rowKey && each.column === columnKey,
    )?.note ?? ''
  return {
    ...explanation('override', message('statements.explain.override', { note }), cell.value, cell.unit),
    place,
    children: without === null ? [] : [without],
  }
}

function explained(derived: Derived, tableKey: string, rowKey: string, column: number): Explanation | null {
  const { structure } = derived.base
  const tableAt = structure.tables.findIndex((each) => each.key === tableKey)
  const rowAt = structure.tables[tableAt]?.rows.findIndex((each) => each.key === rowKey) ?? -1
  if (rowAt < 0) return addedBoard(derived, tableKey, rowKey, column)
  const columns = columnsOf(derived.base, tableAt)
  const quantity = structure.quantities.at(tableAt, rowAt)
  const year = columns.indexOf(column)
  if (quantity !== null && year >= 0) return explainQuantity(derived, quantity, year, 1)
  const table = structure.tables[tableAt]
  const figure =
    table &&
    computedFigures(table, columns, structure.settings.years).find(
      (each) => each.row === rowAt && each.column === column,
    )
  return figure === undefined ? null : explainComputed(derived, tableAt, figure)
}

function explainQuantity(derived: Derived, quantity: number, year: number, sign: 1 | -1): Explanation {
  const { base, changes } = derived
  const { quantities, settings } = base.structure
  const formula = quantities.all[quantity]?.formulas[0]
  const before = base.values[quantity]?.[year] ?? ZERO
  const value = before.plus(changes.amounts[quantity]?.[year] ?? ZERO)
  const here = placed(derived, quantity, year)
  const own = (changes.changes.byLeaf.get(quantity) ?? []).flatMap((change): Explanation[] => {
    const amount = change.amounts[year] ?? ZERO
    if (amount.isZero()) return []
    return [
      {
        ...explanation('change', change.message, amount, settings.unit),
        adjustment: change.effect?.id ?? null,
      },
    ]
  })
  const isComputed = formula !== undefined && !(year === 0 && formula.some((term) => term.previous))
  if (isComputed) {
    const parts = formula.map((term: Term) =>
      explainQuantity(derived, term.of, term.previous ? year - 1 : year, term.sign),
    )
    return {
      ...explanation('sum', message('statements.explain.sum', { row: here.label }), value, settings.unit),
      sign,
      place: here.place,
      children: [...parts, ...own],
    }
  }
  const baseFigure: Explanation = {
    ...explanation(
      'base',
      message(here.label === '' ? 'statements.explain.rest' : 'statements.explain.base', { row: here.label }),
      before,
      settings.unit,
    ),
    place: here.place,
    sourceLine: here.sourceLine,
  }
  if (own.length === 0) return { ...baseFigure, sign }
  return {
    ...explanation(
      'sum',
      message('statements.explain.baseAndChanges', { row: here.label }),
      value,
      settings.unit,
    ),
    sign,
    place: here.place,
    children: [baseFigure, ...own],
  }
}

/** Where a quantity is printed first, for the year; a rest that no row prints is nowhere. */
function placed(
  derived: Derived,
  quantity: number,
  year: number,
): Pick<Explanation, 'place' | 'sourceLine'> & { label: string } {
  const { structure } = derived.base
  const place = structure.quantities.places.find(
    (each) => each.quantity === quantity && (each.columns[year] ?? -1) >= 0,
  )
  const table = structure.tables[place?.table ?? -1]
  const row = table?.rows[place?.row ?? -1]
  const column = place?.columns[year] ?? -1
  if (table === undefined || row === undefined) return { place: null, sourceLine: null, label: '' }
  return {
    place: { table: table.key, row: row.key, column: table.columns[column]?.key ?? '' },
    sourceLine: sourceOf(table, row.cells[column] ?? null, row.sourceLine),
    label: row.label,
  }
}

function explainComputed(derived: Derived, tableAt: number, figure: ComputedFigure): Explanation | null {
  const table = derived.tables.find((each) => each.key === derived.base.structure.tables[tableAt]?.key)
  const row = table?.rows[figure.row]
  if (table === undefined || row === undefined) return null
  const cell = row.cells[figure.column] ?? null
  const children = figure.from.flatMap(({ row: rowAt, column }) => {
    const from = table.rows[rowAt]
    if (from === undefined) return []
    return [explained(derived, table.key, from.key, column) ?? printed(table, from.key, column) ?? []].flat()
  })
  return {
    ...explanation('computed', figure.message, cell?.value ?? null, cell?.unit ?? row.unit),
    place: { table: table.key, row: row.key, column: table.columns[figure.column]?.key ?? '' },
    children,
  }
}

function addedBoard(derived: Derived, tableKey: string, rowKey: string, column: number): Explanation | null {
  const { structure } = derived.base
  const added = derived.changes.changes.addedBoards.find((each) => addedRowKey(each.publicBoard) === rowKey)
  const tableAt = structure.tables.findIndex((each) => each.key === tableKey)
  const year = columnsOf(derived.base, tableAt).indexOf(column)
  if (added === undefined || year < 0) return null
  const children = added.changes.map((change): Explanation => ({
    ...explanation('change', change.message, change.amounts[year] ?? ZERO, structure.settings.unit),
    adjustment: change.effect?.id ?? null,
  }))
  const value = children.reduce((total, each) => total.plus(each.value ?? ZERO), ZERO)
  return {
    ...explanation(
      'sum',
      message('statements.explain.addedBoard', { board: added.publicBoard }),
      value,
      structure.settings.unit,
    ),
    children,
  }
}

function printed(table: Table, rowKey: string, column: number): Explanation | null {
  const row = table.rows.find((each) => each.key === rowKey)
  if (row === undefined) return null
  const cell = row.cells[column] ?? null
  return {
    ...explanation(
      'printed',
      message('statements.explain.printed', { row: row.label }),
      cell?.value ?? null,
      cell?.unit ?? row.unit,
    ),
    place: { table: table.key, row: row.key, column: table.columns[column]?.key ?? '' },
    sourceLine: sourceOf(table, cell, row.sourceLine),
  }
}

function sourceOf(table: Table, cell: Cell | null, rowLine: number | null): Explanation['sourceLine'] {
  const line = cell?.sourceLine ?? rowLine
  return line === null ? null : { source: table.source, line }
}
