import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amount, ZERO, type Amount } from '../../amount.ts'
import type { Table } from '../../book.ts'
import { prepareBase, type PreparedBase } from '../prepare.ts'
import { roleKey } from '../structure/add-statement.ts'
import { anyShape } from '../testing/arbitraries.ts'
import { BUDGET_YEAR } from '../testing/budget-figures.ts'
import { generateBudget } from '../testing/generated-budget.ts'
import { runs } from '../testing/runs.ts'
import { tableOf, yearColumn, type RowOf } from '../testing/table-of.ts'

const columns = [
  yearColumn('outcome', BUDGET_YEAR - 2),
  yearColumn('forecast', BUDGET_YEAR - 1),
  yearColumn('budget', BUDGET_YEAR),
]
const settings = { years: [BUDGET_YEAR], unit: 'mnkr' as const }

function statement(
  rows: [string, RowOf['role'], number, number][],
  kind: Table['kind'] = 'incomeStatement',
): Table {
  return tableOf({
    key: kind,
    kind,
    columns,
    decimals: 0,
    rows: rows.map(([label, role, before, now]) => ({
      label,
      role,
      kind: /^Summa|resultat/iu.test(label) ? 'sum' : 'line',
      figures: [amount(before), amount(before), amount(now)],
    })),
  })
}

function settled(base: PreparedBase, role: RowOf['role']): Amount {
  return base.values[base.structure.quantities.find(roleKey(role ?? 'otherCosts')) ?? -1]?.[0] ?? ZERO
}

const rounded = statement([
  ['Intäkter', 'operatingIncome', 100, 100],
  ['Personal', 'personnelCosts', -41, -41],
  ['Övrigt', 'otherCosts', -62, -62],
  ['Summa kostnader', 'operatingCosts', -103, -102],
  ['Summa netto', 'netCost', -3, -2],
  ['Skatter', 'taxRevenue', 7, 7],
  ['Årets resultat', 'resultOfTheYear', 4, 5],
])

describe('settling a printed base', () => {
  test('finds exact figures behind rounded ones: every sum holds, every print stays', () => {
    const base = prepareBase([rounded], settings)
    expect(base.unsettled).toEqual([])
    const [income, personnel, other, costs, net, taxes, result] = (
      [
        'operatingIncome',
        'personnelCosts',
        'otherCosts',
        'operatingCosts',
        'netCost',
        'taxRevenue',
        'resultOfTheYear',
      ] as const
    ).map((role) => settled(base, role))
    expect(personnel?.plus(other ?? 0).toString()).toBe(costs?.toString())
    expect(income?.plus(costs ?? 0).toString()).toBe(net?.toString())
    expect(net?.plus(taxes ?? 0).toString()).toBe(result?.toString())
    expect([income, personnel, other, costs, net, taxes, result].map((each) => each?.toFixed(0))).toEqual([
      '100',
      '-41',
      '-62',
      '-102',
      '-2',
      '7',
      '5',
    ])
  })

  test('leaves figures that agree exactly untouched', () => {
    const agreeing = statement([
      ['Intäkter', 'operatingIncome', 100, 110],
      ['Övrigt', 'otherCosts', -103, -105],
      ['Årets resultat', 'resultOfTheYear', -3, 5],
    ])
    const base = prepareBase([agreeing], settings)
    expect(
      (['operatingIncome', 'otherCosts', 'resultOfTheYear'] as const).map((role) =>
        settled(base, role).toString(),
      ),
    ).toEqual(['110', '-105', '5'])
  })

  test('tells a sum that cannot be: more than rounding, with what agrees', () => {
    const wrong = statement([
      ['Intäkter', 'operatingIncome', 100, 110],
      ['Personal', 'personnelCosts', -40, -40],
      ['Övrigt', 'otherCosts', -50, -52],
      ['Summa kostnader', 'operatingCosts', -90, -192],
      ['Summa netto', 'netCost', 10, 18],
      ['Skatter', 'taxRevenue', 7, 7],
      ['Årets resultat', 'resultOfTheYear', 17, 25],
    ])
    const { unsettled } = prepareBase([wrong], settings)
    expect(
      unsettled.map((each) => [
        each.figure.row.label,
        each.figure.value.toNumber(),
        each.settled.toNumber(),
        each.rounding,
      ]),
    ).toEqual([['Summa kostnader', -192, -92, false]])
  })

  test('keeps a remainder where a sum is not the sum of its rows in most years', () => {
    const partial = statement([
      ['Intäkter', 'operatingIncome', 100, 110],
      ['Personal', 'personnelCosts', -40, -41],
      ['Övrigt', 'otherCosts', -20, -22],
      ['Summa kostnader', 'operatingCosts', -90, -95],
      ['Årets resultat', 'resultOfTheYear', 10, 15],
    ])
    const base = prepareBase([partial], settings)
    expect(base.unsettled).toEqual([])
    expect(base.structure.steps.map((step) => [step.message.key, step.message.params['row']])).toEqual([
      ['statements.structure.restKept', 'Summa kostnader'],
    ])
    expect(settled(base, 'operatingCosts').toNumber()).toBe(-95)
  })

  test('makes every way of summing up exact, however badly the base contradicts itself', () => {
    const anyCorrupted = anyShape.chain((shape) =>
      fc.record({
        tables: fc.constant(generateBudget(shape)),
        slips: fc.array(
          fc.record({
            table: fc.nat(),
            row: fc.nat(),
            cell: fc.nat(),
            off: fc.integer({ min: -2000, max: 2000 }),
          }),
          { minLength: 1, maxLength: 8 },
        ),
      }),
    )
    fc.assert(
      fc.property(anyCorrupted, ({ tables: book, slips }) => {
        const tables = slips.reduce((slipped, slip) => withSlip(slipped, slip), book.tables)
        const base = prepareBase(tables, { years: [book.budgetYear, ...book.planYears], unit: book.unit })
        expect(unevenOf(base)).toEqual([])
      }),
      runs(25),
    )
  })

  test('is the same whatever unit the tables print in', () => {
    const inThousands: Table = {
      ...rounded,
      unit: 'tkr',
      rows: rounded.rows.map((row) => ({
        ...row,
        unit: 'tkr',
        cells: row.cells.map((cell) =>
          cell?.value ? { ...cell, value: cell.value.times(1000), unit: 'tkr', decimals: 0 } : cell,
        ),
      })),
    }
    const base = prepareBase([inThousands], settings)
    expect(settled(base, 'operatingIncome').toFixed(0)).toBe('100')
    expect(base.values.flat().every((each) => each.abs().lt(200))).toBe(true)
  })
})

function withSlip(
  tables: readonly Table[],
  slip: { table: number; row: number; cell: number; off: number },
): Table[] {
  const at = slip.table % tables.length
  return tables.map((table, index) => {
    if (index !== at) return table
    const rowAt = slip.row % table.rows.length
    const rows = table.rows.map((row, each) => {
      if (each !== rowAt) return row
      const cellAt = slip.cell % row.cells.length
      return {
        ...row,
        cells: row.cells.map((cell, here) =>
          here === cellAt && cell?.value ? { ...cell, value: cell.value.plus(slip.off) } : cell,
        ),
      }
    })
    return { ...table, rows }
  })
}

/** Figures of which some way of summing up gives something else. */
function unevenOf(base: PreparedBase): string[] {
  const { quantities, settings: own } = base.structure
  const value = (quantity: number, year: number): Amount => base.values[quantity]?.[year] ?? ZERO
  return quantities.all.flatMap((quantity, at) =>
    quantity.formulas.flatMap((formula) =>
      own.years.flatMap((_, year) => {
        if (year === 0 && formula.some((term) => term.previous)) return []
        const sum = formula.reduce(
          (total, term) => total.plus(value(term.of, term.previous ? year - 1 : year).times(term.sign)),
          ZERO,
        )
        return sum.eq(value(at, year)) ? [] : [`${quantity.key} ${year}`]
      }),
    ),
  )
}
