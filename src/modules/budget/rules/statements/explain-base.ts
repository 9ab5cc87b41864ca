import { ZERO } from '../amount.ts'
import { inBookUnit } from './columns.ts'
import type { Explanation } from './explanation.ts'
import { message } from './message.ts'
import type { TakenBack } from './take-back.ts'

/**
 * How a base figure that was taken back came about: what our document prints, each adjustment taken out of it, and
 * what rounding or a contradiction had to be settled by.
 * @returns null for a figure that is as printed, or not in a followed table
 */
export function explainTakenBack(
  takenBack: TakenBack,
  tableKey: string,
  rowKey: string,
  columnKey: string,
): Explanation | null {
  const { structure } = takenBack.ours
  const { unit, years } = structure.settings
  const tableAt = structure.tables.findIndex((each) => each.key === tableKey)
  const table = structure.tables[tableAt]
  const rowAt = table?.rows.findIndex((each) => each.key === rowKey) ?? -1
  const row = table?.rows[rowAt]
  const column = table?.columns.findIndex((each) => each.key === columnKey) ?? -1
  const place = structure.quantities.places.find((each) => each.table === tableAt && each.row === rowAt)
  const year = place?.columns.indexOf(column) ?? -1
  const value = inBookUnit(takenBack.tables[tableAt]?.rows[rowAt]?.cells[column], unit)
  if (
    table === undefined ||
    row === undefined ||
    place === undefined ||
    year < 0 ||
    year >= years.length ||
    value === null
  )
    return null
  const cell = row.cells[column]
  const line = cell?.sourceLine ?? row.sourceLine
  const at = { table: tableKey, row: rowKey, column: columnKey }
  const printed = inBookUnit(cell, unit) ?? ZERO
  const none = { unit, sign: 1 as const, place: null, sourceLine: null, adjustment: null, children: [] }
  const children: Explanation[] = [
    {
      ...none,
      kind: 'printed',
      message: message('statements.explain.printedOurs', { row: row.label }),
      value: printed,
      place: at,
      sourceLine: line === null ? null : { source: table.source, line },
    },
  ]
  const away = takenBack.away.amounts[place.quantity]?.[year] ?? ZERO
  const single = takenBack.away.changes.byLeaf.get(place.quantity) ?? []
  for (const change of single) {
    const amount = change.amounts[year] ?? ZERO
    if (!amount.isZero())
      children.push({
        ...none,
        kind: 'change',
        message: change.message,
        value: amount,
        adjustment: change.effect?.id ?? null,
      })
  }
  if (single.length === 0 && !away.isZero()) {
    children.push({ ...none, kind: 'change', message: message('statements.explain.takenBack'), value: away })
  }
  const settled = value.minus(printed).minus(away)
  if (!settled.isZero())
    children.push({ ...none, kind: 'change', message: message('statements.explain.settled'), value: settled })
  return {
    ...none,
    kind: 'sum',
    message: message('statements.explain.baseTakenBack', { row: row.label }),
    value,
    place: at,
    children,
  }
}
