import { describe, expect, test } from 'vitest'
import { amount, type Amount } from '../amount.ts'
import type { Book } from '../book.ts'
import { exampleBook } from '../reading/example.fixture.ts'
import { generateBudget } from '../statements/testing/generated-budget.ts'
import { catalogue } from './catalogue.ts'
import { checkBook } from './check.ts'
import type { Check, CheckReport } from './report.ts'
import { reprinted } from './testing/book.fixture.ts'
import { lesserBook } from './testing/lesser.fixture.ts'
import { municipality } from './testing/municipality.fixture.ts'

const generated = generateBudget({
  seed: 7,
  municipality: false,
  boards: 5,
  companies: 3,
  planYears: 2,
  decimals: 1,
  costsPositive: false,
  financingNegative: true,
  parts: true,
  partUnits: true,
  balanceInquiry: true,
  changes: true,
  exact: true,
})
const region = exampleBook()
const books: readonly Book[] = [await municipality(), generated, lesserBook, region]

/** So many checks of every rule are tried, spread over the books. */
const tried = 12

/** Rules that say what is missing, doubled or unlikely; there is nothing to be a little off. */
const withoutTolerance = [
  'chapters.complete',
  'appropriations.complete',
  'change.placeholder',
  'law.incomeCoversCosts',
  'law.deficitRestored',
  'assignments.bodyHasMoney',
  'text.assignmentAmount',
  'text.promisedMoney',
  'text.passageAmount',
  'plausibility.duplicateRow',
  'plausibility.columnsAlike',
  'plausibility.missingYear',
  'plausibility.negative',
  'plausibility.costSign',
  'plausibility.thousandFactor',
  'plausibility.tooLarge',
]

/** Rules of shares and percentages, whose reach is not a sum of half units. */
const shares = new Set([
  'change.column',
  'change.previousYear',
  'balanceSheet.equityRatio',
  'sensitivity.linear',
])
const leeways = new Set(['tax.base', 'tax.equalSteps'])

type Case = { book: Book; check: Check }

const reports = new Map<Book, CheckReport>(books.map((book) => [book, checkBook(book)]))

/** Checks of the rule that do not fail and have a figure to move. */
function casesOf(rule: string): Case[] {
  const all = [...reports].flatMap(([book, { checks }]) =>
    checks.flatMap((check): Case[] =>
      check.rule === rule &&
      check.outcome !== 'finding' &&
      check.tolerance &&
      check.where.row &&
      // A cost that is a part may be anything above its whole.
      !(rule === 'ofWhich.part' && check.printed?.isNegative()) &&
      // The example's bridges hold in a single telling year, without which nothing would be said.
      !(check.class === 'bridge' && book === region)
        ? [{ book, check }]
        : [],
    ),
  )
  const step = Math.max(1, Math.floor(all.length / tried))
  return all.filter((_, at) => at % step === 0).slice(0, tried)
}

/** The same check after its figure has been printed otherwise. */
function printedAs({ book, check }: Case, value: Amount): Check | undefined {
  const { table, row, column } = check.where
  const text = value.toFixed(check.decimals).replace('.', ',')
  const other = reprinted(book, table, row ?? '', column ?? '', text)
  return checkBook(other, { rules: [check.rule] }).checks.find(({ id }) => id === check.id)
}

describe('every rule that compares figures', () => {
  test('is tried on what the books print', () => {
    const without = catalogue.map(({ id }) => id).filter((id) => casesOf(id).length === 0)
    expect(without).toEqual(withoutTolerance)
  })

  const compared = catalogue.filter(({ id }) => !withoutTolerance.includes(id))

  test.each(compared.map(({ id }) => id))(
    '%s: rounding as far as it reaches, a finding beyond it',
    (rule) => {
      for (const one of casesOf(rule)) {
        const { computed, tolerance, decimals, id } = one.check
        const unit = amount(10).pow(-decimals)
        // The last figure that can be printed within reach of what is computed. A share's reach is not the same both ways.
        const reach = shares.has(rule) ? tolerance!.div(2) : tolerance!
        const edge = limitOf(one, computed!).plus(reach).div(unit).floor().times(unit)
        const beyond = shares.has(rule)
          ? edge.plus(tolerance!.times(2)).div(unit).ceil().times(unit)
          : edge.plus(unit)
        const found = printedAs(one, beyond)
        expect({
          id,
          within: printedAs(one, edge)?.outcome !== 'finding',
          beyond: found?.outcome,
          printed: found?.printed?.toString(),
          difference: found?.difference?.toString(),
          isExplained: found?.explanation !== null,
        }).toEqual({
          id,
          within: true,
          beyond: 'finding',
          printed: beyond.toString(),
          difference: beyond.minus(found?.computed ?? 0).toString(),
          isExplained: true,
        })
      }
    },
  )

  test.each(compared.map(({ id }) => id).filter((id) => !shares.has(id) && !leeways.has(id)))(
    '%s: reaches half a unit of the last digit of every figure that takes part',
    (rule) => {
      for (const { check } of casesOf(rule)) {
        const units = check.parts
          .filter(({ printed }) => /\d/u.test(printed))
          .map(({ printed, factor }) => half(printed).times(Math.abs(factor)))
        const all = units.reduce((sum, each) => sum.plus(each), half(check.printed!.toFixed(check.decimals)))
        expect(`${check.id} ${check.tolerance}`).toBe(`${check.id} ${all}`)
      }
    },
  )
})

/** What the figure is held against: a part against its whole, which it may be less than. */
function limitOf({ check }: Case, computed: Amount): Amount {
  return check.rule === 'ofWhich.part' ? (check.parts[0]?.value ?? computed) : computed
}

/** Half a unit of the last printed digit. */
function half(printed: string): Amount {
  const decimals = /[.,](\d+)/u.exec(printed)?.[1]?.length ?? 0
  return amount(10).pow(-decimals).div(2)
}
