import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ZERO, type Amount } from '../amount.ts'
import type { Cell, Table } from '../book.ts'
import { deriveFrom, deriveStatements, type Derived } from './derive.ts'
import { prepareBase } from './prepare.ts'
import { takeBack } from './take-back.ts'
import { anyShape, anyVersion, groundOf } from './testing/arbitraries.ts'
import { exampleBase, exampleSettings, exampleVersion } from './testing/example.ts'
import { generateBudget } from './testing/generated-budget.ts'
import { runs } from './testing/runs.ts'
import { emptyVersion, type Version } from './version.ts'

const taken = exampleBase()

const anyBudget = (most: number) =>
  anyShape.chain((shape) => {
    const book = generateBudget(shape)
    const settings = { years: [book.budgetYear, ...book.planYears], unit: book.unit }
    const version = anyVersion(groundOf(book), most)
    return fc.record({
      book: fc.constant(book),
      settings: fc.constant(settings),
      one: version,
      other: version,
    })
  })

/** Fees can move between income and costs when a unit has no more of them, and which part is largest may change: said outright, neither does. */
const steady = (version: Version): Version => ({
  ...version,
  adjustments: version.adjustments.map((each) => ({
    ...each,
    statementRole:
      each.statementRole === null ||
      each.statementRole === 'operatingIncome' ||
      each.statementRole === 'ticketRevenue'
        ? 'otherCosts'
        : each.statementRole,
  })),
})

const renamed = (version: Version, prefix: string): Version => ({
  ...version,
  adjustments: version.adjustments.map((each) => ({ ...each, id: `${prefix}${each.id}` })),
  tax: { ...version.tax, steps: version.tax.steps.map((each) => ({ ...each, id: `${prefix}${each.id}` })) },
})

const together = (one: Version, other: Version): Version => ({
  ...one,
  adjustments: [...one.adjustments, ...renamed(other, 'b').adjustments],
  tax: { ...one.tax, steps: [...one.tax.steps, ...renamed(other, 'b').tax.steps] },
})

/** Every amount of the compiled years by table and row, −0 like 0; without figures that are no sums. */
function figures(tables: readonly Table[]): Record<string, string> {
  const found: Record<string, string> = {}
  for (const table of tables) {
    for (const row of table.rows) {
      for (const [at, cell] of row.cells.entries()) {
        const column = table.columns[at]
        if (!cell?.value || cell.unit === 'percent' || row.kind === 'memo' || column?.year === null) continue
        found[`${table.key}/${row.key}/${column?.key}`] = cell.value.plus(0).toFixed()
      }
    }
  }
  return found
}

/** Every adjustment with the part that carries it said outright: which part is the largest may be another one in the base. */
function withParts(version: Version, tables: readonly Table[]): Version {
  const rows = tables.find((table) => table.kind === 'appropriations')?.rows ?? []
  const partOf = (board: string | null): string | null => {
    const at = rows.findIndex((row) => row.label === board)
    const next = rows[at + 1]
    return at >= 0 && next?.kind === 'ofWhich' ? next.label : null
  }
  return {
    ...version,
    adjustments: version.adjustments.map((each) => ({ ...each, part: partOf(each.publicBoard) })),
  }
}

function prints(of: readonly Table[]): (string | undefined)[][] {
  return of.flatMap((table) => table.rows.map((row) => row.cells.map((cell) => cell?.printed)))
}

function historyOf(tables: readonly Table[]): (Cell | null)[] {
  return tables.flatMap((table) =>
    table.columns.flatMap((column, at) =>
      (column.year ?? 2025) < 2025 ? table.rows.map((row) => row.cells[at] ?? null) : [],
    ),
  )
}

/** What is over where one way of summing a figure up gives something else than the figure. */
function leftOver({ base, changes }: Derived): string[] {
  const { quantities, settings } = base.structure
  const ours = (quantity: number, year: number): Amount =>
    (base.values[quantity]?.[year] ?? ZERO).plus(changes.amounts[quantity]?.[year] ?? ZERO)
  return quantities.all.flatMap((quantity, at) =>
    quantity.formulas.flatMap((formula) =>
      settings.years.flatMap((_, year) => {
        if (year === 0 && formula.some((term) => term.previous)) return []
        const over = formula.reduce(
          (rest, term) => rest.minus(ours(term.of, term.previous ? year - 1 : year).times(term.sign)),
          ours(at, year),
        )
        return over.isZero() ? [] : [`${quantity.key} ${year}: ${over.toString()}`]
      }),
    ),
  )
}

describe('deriving', () => {
  test('without adjustments gives the base of the example exactly, cell by cell', () => {
    expect(deriveFrom(taken.base, emptyVersion('v', 'V')).tables).toEqual(taken.tables)
  })

  test('without adjustments prints any base just as it was', () => {
    fc.assert(
      fc.property(anyBudget(1), ({ book, settings }) => {
        const { tables } = deriveStatements(book.tables, emptyVersion('v', 'V'), settings)
        expect(prints(tables)).toEqual(prints(book.tables))
      }),
      runs(25),
    )
  })

  test('leaves history alone, whatever the adjustments', () => {
    const { tables } = deriveFrom(taken.base, exampleVersion())
    expect(historyOf(tables).length).toBeGreaterThan(300)
    expect(historyOf(tables)).toEqual(historyOf(taken.tables))
  })

  test('one version and then another gives what both give together', () => {
    fc.assert(
      fc.property(anyBudget(25), ({ book, settings, one, other }) => {
        const [first, second] = [one, { ...other, cashPolicy: one.cashPolicy }].map((each) =>
          withParts(steady(each), book.tables),
        ) as [Version, Version]
        const base = prepareBase(book.tables, settings)
        const both = deriveFrom(base, together(first, second))
        const half = deriveFrom(base, first)
        const after = deriveStatements(half.tables, renamed(second, 'b'), settings)
        expect(figures(after.tables)).toEqual(figures(both.tables))
      }),
      runs(25),
    )
  })

  test('does not mind the order of the adjustments', () => {
    fc.assert(
      fc.property(
        anyBudget(200).chain((made) =>
          fc.record({
            made: fc.constant(made),
            shuffled: fc.shuffledSubarray([...made.one.adjustments], {
              minLength: made.one.adjustments.length,
            }),
          }),
        ),
        ({ made, shuffled }) => {
          const base = prepareBase(made.book.tables, made.settings)
          expect(figures(deriveFrom(base, { ...made.one, adjustments: shuffled }).tables)).toEqual(
            figures(deriveFrom(base, made.one).tables),
          )
        },
      ),
      runs(25),
    )
  })

  test('all ways of summing a figure up give the same, whatever the adjustments', () => {
    fc.assert(
      fc.property(anyBudget(5000), ({ book, settings, one }) => {
        const derived = deriveFrom(prepareBase(book.tables, settings), one)
        expect(leftOver(derived)).toEqual([])
      }),
      runs(40),
    )
  })

  test('taking the adjustments back out of what was derived and deriving again prints the same', () => {
    fc.assert(
      fc.property(anyBudget(25), ({ book, settings, one }) => {
        const version = withParts(steady(one), book.tables)
        const ours = deriveStatements(book.tables, version, settings).tables.map(asPrinted)
        const back = takeBack(ours, version, settings)
        const again = deriveFrom(back.base, version).tables
        expect(back.contradictions.filter((each) => !each.rounding)).toEqual([])
        expect(offByMoreThanRounding(ours, again)).toEqual([])
      }),
      runs(20),
    )
  })
})

/** A derived table as somebody else would read it: each figure only as it is printed. */
function asPrinted(table: Table): Table {
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell?.value
          ? { ...cell, value: cell.value.toDecimalPlaces(cell.decimals, 4), origin: 'outside' as const }
          : cell,
      ),
    })),
  }
}

/** Where two prints differ by more than one unit of the last digit (ratios and changes can, when what they are made of is rounded). */
function offByMoreThanRounding(printed: readonly Table[], again: readonly Table[]): string[] {
  return printed.flatMap((table, at) =>
    table.rows.flatMap((row, rowAt) =>
      row.cells.flatMap((cell, column) => {
        const other = again[at]?.rows[rowAt]?.cells[column]
        if (
          !cell?.value ||
          !other?.value ||
          cell.unit === 'percent' ||
          table.columns[column]?.kind === 'scenario' ||
          row.kind === 'memo'
        )
          return []
        const off = cell.value.minus(other.value.toDecimalPlaces(other.decimals, 4)).abs()
        return off.isZero()
          ? []
          : [`${table.key} ${row.label} ${table.columns[column]?.key}: ${cell.printed} ${other.printed}`]
      }),
    ),
  )
}

describe('the settings of the example', () => {
  test('are those its base is prepared with', () => {
    expect(taken.base.structure.settings).toEqual(exampleSettings)
  })
})
