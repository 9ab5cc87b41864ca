import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Book } from '../book.ts'
import { catalogue } from './catalogue.ts'
import { checkBook } from './check.ts'
import { findingsOf, paramsOf } from './report.ts'
import { anyBook } from './testing/any-book.fixture.ts'
import { book, line, reprinted, section, sum, table } from './testing/book.fixture.ts'

const small = book([
  table('incomeStatement', 'Budget 2025 | Plan 2026 | Plan 2027', [
    line('Intäkter', 'operatingIncome', '100', '110', '120'),
    line('Kostnader', 'operatingCosts', '-150', '-160', '-170'),
    sum('Netto', 'netCost', '-50', '-80', '-51'),
    line('Skatt', 'taxRevenue', '60', '62', '64'),
    sum('Resultat', 'resultOfTheYear', '10', '-18', '13'),
  ]),
])

describe('the report', () => {
  const report = checkBook(small)

  test('counts what it holds', () => {
    const { summary, checks } = report
    expect(summary.checks).toBe(checks.length)
    expect(summary.holds + summary.rounding + summary.findings).toBe(summary.checks)
    for (const outcome of ['holds', 'rounding', 'finding'] as const) {
      const key = outcome === 'finding' ? 'findings' : outcome
      expect(checks.filter((check) => check.outcome === outcome)).toHaveLength(summary[key])
    }
  })

  test('findings come first: errors before warnings, then the largest share', () => {
    expect(
      findingsOf(report).map(({ severity, where, rule }) => [severity, rule, where.columnLabel]),
    ).toEqual([
      ['error', 'incomeStatement.sums', 'Plan 2026'],
      ['warning', 'law.incomeCoversCosts', 'Plan 2026'],
    ])
  })

  test('only findings are explained and have a cause', () => {
    for (const { outcome, explanation, cause } of report.checks) {
      expect(explanation !== null).toBe(outcome === 'finding')
      expect(cause !== null).toBe(outcome === 'finding')
    }
  })

  test('rules can be chosen', () => {
    expect(
      new Set(checkBook(small, { rules: ['law.incomeCoversCosts'] }).checks.map(({ rule }) => rule)),
    ).toEqual(new Set(['law.incomeCoversCosts']))
  })

  test('an empty book gives an empty report', () => {
    expect(checkBook(book([]))).toEqual({
      checks: [],
      summary: { checks: 0, holds: 0, rounding: 0, findings: 0 },
    })
  })
})

const idsOf = (of: Book): string[] =>
  findingsOf(checkBook(of))
    .map(({ id }) => id)
    .sort()

const fingerprintOf = (book_: Book): string | undefined =>
  checkBook(book_).checks.find(({ id }) => id === 'incomeStatement.sums/incomeStatement/Netto/Plan 2026')
    ?.fingerprint

describe('ids and fingerprints', () => {
  test('an id does not depend on the order of tables and rows', () => {
    const other = table('cashFlow', 'Budget 2025', [line('Resultat', 'resultOfTheYear', '99')])
    expect(idsOf(book([other, ...small.tables]))).toEqual(idsOf(book([...small.tables, other])))
  })

  test('a fingerprint changes with the figures and with nothing else', () => {
    expect(fingerprintOf(small)).toBe('-80|-50')
    expect(fingerprintOf(reprinted(small, 'incomeStatement', 'Netto', 'Plan 2026', '-81'))).toBe('-81|-50')
    expect(fingerprintOf(reprinted(small, 'incomeStatement', 'Intäkter', 'Plan 2026', '112'))).toBe('-80|-48')
    expect(fingerprintOf(reprinted(small, 'incomeStatement', 'Skatt', 'Plan 2026', '1'))).toBe('-80|-50')
    // A finer figure elsewhere changes what amounts are counted in, not what is printed here.
    expect(
      fingerprintOf(book([...small.tables, table('other', 'Budget 2025', [line('A', null, '0,25')])])),
    ).toBe('-80|-50')
  })
})

test('a sentence is filled in with amounts as the reader is used to see them', () => {
  const [finding] = findingsOf(checkBook(small))
  const params = paramsOf(finding!.explanation!, (amount) => amount.toFixed(1).replace('.', ','))
  expect(params).toMatchObject({
    row: 'Netto',
    rows: 2,
    printed: '-80,0',
    computed: '-50,0',
    difference: '-30,0',
  })
})

describe('the catalogue', () => {
  test('every rule has an id of its own, and message keys after it', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length)
    for (const { id, name, source } of catalogue) {
      expect([name, source]).toEqual([`check.rule.${id}.name`, `check.rule.${id}.source`])
    }
  })
})

describe('whatever a book holds', () => {
  test('it is checked without throwing, twice with the same answer, and left as it was', () => {
    fc.assert(
      fc.property(anyBook, (of) => {
        const before = JSON.stringify(of)
        const once = checkBook(of)
        expect(JSON.stringify(checkBook(of))).toBe(JSON.stringify(once))
        expect(JSON.stringify(of)).toBe(before)
      }),
      { numRuns: 150 },
    )
  })

  test('no two checks share an id', () => {
    fc.assert(
      fc.property(anyBook, (of) => {
        const ids = checkBook(of).checks.map(({ id }) => id)
        expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

test('a heading in the adjustment summary is no adjustment', () => {
  const of = book([
    table('adjustmentSummary', 'Budget 2025', [
      section(
        'A',
        line('Rubrik', null, ''),
        line('Bas', 'baseProposal', '5,0'),
        sum('Summa', 'adjustedSum', '5,0'),
      ),
    ]),
  ])
  expect(checkBook(of).summary.findings).toBe(0)
})
