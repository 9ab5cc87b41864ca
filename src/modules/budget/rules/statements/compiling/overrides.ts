import type { Table } from '../../book.ts'
import { printFigure } from './derived-cell.ts'
import type { Override } from '../version.ts'

/**
 * Writes the overrides over the compiled figures. An override changes that one printed figure: what depends on it does
 * not follow. It says "print this here", against what the rules compute; if the sums followed, the check could not
 * show that the statements no longer agree. A figure that ought to move others belongs in an adjustment.
 * Overrides of places that are not there are left alone.
 */
export function withOverrides(tables: readonly Table[], overrides: readonly Override[]): Table[] {
  if (overrides.length === 0) return [...tables]
  return tables.map((table) => {
    const mine = overrides.filter((override) => override.table === table.key)
    if (mine.length === 0) return table
    const rows = [...table.rows]
    for (const override of mine) {
      const rowAt = rows.findIndex((row) => row.key === override.row)
      const column = table.columns.findIndex((each) => each.key === override.column)
      const row = rows[rowAt]
      if (row === undefined || column < 0) continue
      const before = row.cells[column] ?? null
      const unit = before?.unit ?? row.unit
      const decimals = Math.max(before?.decimals ?? 0, override.value?.decimalPlaces() ?? 0)
      const printed = override.value === null ? '' : printFigure(override.value, decimals, unit)
      const cells = [...row.cells]
      cells[column] = { value: override.value, printed, decimals, unit, sourceLine: null, origin: 'override' }
      rows[rowAt] = { ...row, cells }
    }
    return { ...table, rows }
  })
}
