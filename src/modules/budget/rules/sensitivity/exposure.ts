import { ZERO, type Amount } from '../amount.ts'
import type { Role } from '../roles.ts'
import type { Derived } from '../statements/derive.ts'
import { inBookUnit, openingColumn } from '../statements/columns.ts'
import { influenceOn } from '../statements/structure/influence.ts'
import { roleKey } from '../statements/structure/add-statement.ts'

/** What a budget's result is exposed to: its income statement's rows, and its debt. One place a compiled year. */
export type Exposure = {
  years: readonly number[]
  result: readonly Amount[]
  rows: readonly ExposedRow[]
  /** The average of the debt at the year's beginning and end; null when the balance sheet prints no loans. */
  averageDebt: readonly Amount[] | null
}

export type ExposedRow = {
  role: Role
  label: string
  /** What the row brings to the result: incomes +, costs −, whatever sign they are printed with. */
  amounts: readonly Amount[]
}

/**
 * Reads what a compiled budget is exposed to. Rows are the lines of its income statement (not its sums), exact.
 */
export function exposureOf(derived: Derived): Exposure {
  const { structure, values } = derived.base
  const { quantities, settings } = structure
  const ours = (quantity: number): Amount[] =>
    settings.years.map((_, year) =>
      (values[quantity]?.[year] ?? ZERO).plus(derived.changes.amounts[quantity]?.[year] ?? ZERO),
    )
  const result = derived.base.result
  const influence = influenceOn(structure, result === null ? [] : (quantities.all[result]?.formulas[0] ?? []))
  const tableAt = structure.tables.findIndex(
    (table, at) => table.kind === 'incomeStatement' && quantities.places.some((place) => place.table === at),
  )
  const rows = (structure.tables[tableAt]?.rows ?? []).flatMap((row, rowAt): ExposedRow[] => {
    const quantity = quantities.at(tableAt, rowAt)
    const sign = quantity === null ? undefined : influence.get(quantity)
    if (quantity === null || sign === undefined || row.role === null || row.kind !== 'line') return []
    return [
      {
        role: row.role,
        label: row.label,
        amounts: ours(quantity).map((each) => (sign === 1 ? each : each.neg())),
      },
    ]
  })
  return {
    years: settings.years,
    result: result === null ? settings.years.map(() => ZERO) : ours(result),
    rows,
    averageDebt: averageDebtOf(derived, ours),
  }
}

function averageDebtOf(derived: Derived, ours: (quantity: number) => Amount[]): Amount[] | null {
  const { structure } = derived.base
  const loans = structure.quantities.find(roleKey('longTermLoans'))
  const place = structure.quantities.places.find((each) => each.quantity === loans)
  const table = structure.tables[place?.table ?? -1]
  if (loans === null || place === undefined || table === undefined) return null
  const closing = ours(loans)
  const before = inBookUnit(
    table.rows[place.row]?.cells[openingColumn(table, structure.settings.years)],
    structure.settings.unit,
  )
  return closing.map((each, year) => (closing[year - 1] ?? before ?? each).plus(each).div(2))
}
