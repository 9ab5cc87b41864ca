import fc from 'fast-check'
import { amount, type Amount } from '../../amount.ts'
import type { Book } from '../../book.ts'
import { roles, type Role } from '../../roles.ts'
import type { Adjustment, AdjustmentKind, AmountByYear, CashPolicy, TaxStep, Version } from '../version.ts'
import type { BudgetShape } from './budget-figures.ts'

/** Any budget the generator can make. */
export const anyShape: fc.Arbitrary<BudgetShape> = fc.record({
  seed: fc.nat(1_000_000),
  municipality: fc.boolean(),
  boards: fc.integer({ min: 1, max: 8 }),
  companies: fc.integer({ min: 0, max: 4 }),
  planYears: fc.integer({ min: 2, max: 3 }),
  decimals: fc.integer({ min: 0, max: 1 }),
  costsPositive: fc.boolean(),
  financingNegative: fc.boolean(),
  parts: fc.boolean(),
  partUnits: fc.boolean(),
  balanceInquiry: fc.boolean(),
  changes: fc.boolean(),
  exact: fc.boolean(),
})

/** What a version may be about: the bodies of a book and its compiled years. */
export type Ground = { boards: string[]; units: string[]; parts: string[]; years: number[] }

export function groundOf(book: Book): Ground {
  const labels = (kind: string, rows: readonly string[]): string[] =>
    book.tables
      .filter((table) => table.kind === kind)
      .flatMap((table) => table.rows.filter((row) => rows.includes(row.kind)).map((row) => row.label))
  return {
    boards: labels('appropriations', ['line']),
    parts: labels('appropriations', ['ofWhich']),
    units: labels('resultRequirements', ['line']),
    years: [book.budgetYear, ...book.planYears],
  }
}

/** Amounts as people and spreadsheets write them: whole, with decimals, with far too many, 0 and −0. */
export function anyAmount(most: number): fc.Arbitrary<Amount> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.integer({ min: -most * 10, max: most * 10 }).map((tenths) => amount(tenths).div(10)),
    },
    { weight: 2, arbitrary: fc.integer({ min: -most, max: most }).map((whole) => amount(whole)) },
    {
      weight: 2,
      arbitrary: fc
        .integer({ min: -most * 1_000_000, max: most * 1_000_000 })
        .map((parts) => amount(parts).div(1_000_000)),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(amount(0), amount('-0'), amount('0.05'), amount('-0.049999999')),
    },
  )
}

function anyAmounts(years: readonly number[], most: number): fc.Arbitrary<AmountByYear> {
  return fc
    .tuple(...years.map(() => fc.option(anyAmount(most), { freq: 4, nil: null })))
    .map((amounts) =>
      Object.fromEntries(years.flatMap((year, at) => (amounts[at] ? [[year, amounts[at]]] : []))),
    )
}

const kinds: readonly AdjustmentKind[] = ['reform', 'saving', 'income', 'financing', 'resultRequirement']
const said: readonly Role[] = roles.filter((role) =>
  [
    'personnelCosts',
    'purchasedCare',
    'purchasedTransport',
    'purchasedServices',
    'grantsGiven',
    'otherCosts',
    'operatingIncome',
    'ticketRevenue',
    'interestCosts',
    'taxRevenue',
    'generalGrants',
    'financialIncome',
    'depreciation',
  ].includes(role),
)
const words = [
  'Ny reform',
  'Höjd avgift',
  'Fryst taxa månadskort',
  'Personalsatsning',
  'Besparing driftenheten',
  'Skattehöjning',
  'Sänkt avgift',
  'Bidrag',
]

/** Any adjustment on the ground; amounts up to `most` either way. */
export function anyAdjustment(ground: Ground, most: number): fc.Arbitrary<Omit<Adjustment, 'id'>> {
  return fc.constantFrom(...kinds).chain((kind) =>
    fc.record({
      publicBoard:
        kind === 'financing'
          ? fc.constant(null)
          : fc.constantFrom(...(kind === 'resultRequirement' ? ground.units : ground.boards)),
      label: fc.tuple(fc.constantFrom(...words), fc.nat(99)).map(([word, number]) => `${word} nr ${number}`),
      kind: fc.constant(kind),
      amounts: anyAmounts(ground.years, most),
      recurring: fc.boolean(),
      part: fc.option(fc.constantFrom(...ground.parts, 'varav en okänd del'), { freq: 3, nil: null }),
      statementRole: fc.option(fc.constantFrom(...said), { freq: 3, nil: null }),
      chapter: fc.option(fc.constantFrom('Kapitel 1', 'Kapitel 2'), { freq: 3, nil: null }),
    }),
  )
}

function anyStep(ground: Ground): fc.Arbitrary<Omit<TaxStep, 'id'>> {
  return fc.record({
    label: fc.constantFrom('Skattesteg A', 'Skattesteg B'),
    öre: anyAmounts(ground.years, 30),
  })
}

/** Any version of a book: adjustments, tax steps and both cash policies. */
export function anyVersion(
  ground: Ground,
  most: number,
  policies: readonly CashPolicy[] = ['cash', 'loans'],
): fc.Arbitrary<Version> {
  return fc.record({
    id: fc.constant('version'),
    label: fc.constant('Vårt förslag'),
    parent: fc.constant(null),
    adjustments: fc
      .array(anyAdjustment(ground, most), { maxLength: 12 })
      .map((list) => list.map((each, at) => ({ ...each, id: `a${at}` }))),
    tax: fc.record({
      base: fc.constant(
        Object.fromEntries(ground.years.map((year, at) => [year, amount(20_000 + 700 * at)])),
      ),
      steps: fc
        .array(anyStep(ground), { maxLength: 3 })
        .map((list) => list.map((each, at) => ({ ...each, id: `t${at}` }))),
    }),
    cashPolicy: fc.constantFrom(...policies),
    overrides: fc.constant([]),
  })
}
