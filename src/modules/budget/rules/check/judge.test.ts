import { describe, expect, test } from 'vitest'
import { amount } from '../amount.ts'
import { checkBook } from './check.ts'
import type { Check } from './report.ts'
import { book, line, sum, table } from './testing/book.fixture.ts'

/** The check of a sum of two lines in one column (a second column shows which rows the sum adds). */
function sumOf(first: string, second: string, printed: string): Check | undefined {
  const of = book([
    table('other', 'Budget 2025 | Plan 2026 | Plan 2027', [
      line('A', null, first, '1', '4'),
      line('B', null, second, '2', '5'),
      sum('Summa', null, printed, '3', '9'),
    ]),
  ])
  return checkBook(of, { rules: ['table.sums'] }).checks.find(({ where }) => where.column === 'Budget 2025')
}

describe('a sum held against its rows', () => {
  test.each([
    ['exactly', '10', '20', '30', 'holds', '0', '1.5'],
    ['(n+1)/2 units of three whole numbers: 1.5', '10', '20', '31', 'rounding', '1', '1.5'],
    ['beyond it', '10', '20', '32', 'finding', '2', '1.5'],
    ['below it', '10', '20', '28', 'finding', '-2', '1.5'],
    ['one decimal reaches a tenth as far', '10,0', '20,0', '30,1', 'rounding', '0.1', '0.15'],
    ['one decimal, beyond', '10,0', '20,0', '30,2', 'finding', '0.2', '0.15'],
    ['mixed precision adds the half units', '10,0', '20,0', '30,6', 'finding', '0.6', '0.15'],
    ['a coarse sum of fine rows', '10,4', '20,4', '31', 'rounding', '0.2', '0.6'],
    ['a blank counts nothing and reaches nothing', '', '30', '30', 'holds', '0', '1'],
    ['a blank reaches nothing', '', '30', '32', 'finding', '2', '1'],
    ['a dash is a blank', '–', '30', '30', 'holds', '0', '1'],
    ['a 0 reaches half a unit', '0', '30', '31', 'rounding', '1', '1.5'],
    ['−0 counts 0', '−0', '30', '30', 'holds', '0', '1.5'],
    ['a sum of −0', '5', '−5', '−0', 'holds', '0', '1.5'],
    ['negative rows', '−10', '−20', '−30', 'holds', '0', '1.5'],
  ])('%s', (_, first, second, printed, outcome, difference, tolerance) => {
    const check = sumOf(first, second, printed)
    expect(check?.outcome).toBe(outcome)
    expect(check?.difference?.toString()).toBe(difference)
    expect(check?.tolerance?.toString()).toBe(tolerance)
  })

  test('nothing is said of a sum that is blank', () => {
    expect(sumOf('10', '20', '')).toBeUndefined()
  })

  test('nothing is said where only the sum is printed', () => {
    expect(sumOf('', '', '30')).toBeUndefined()
  })

  test('−0 stays −0 where it is shown', () => {
    const check = sumOf('5', '−5', '−0')
    expect(check?.printed?.isNegative()).toBe(true)
  })

  test('carries what a person needs to follow it', () => {
    const check = sumOf('10', '20', '35')
    expect(check).toMatchObject({
      id: 'table.sums/other/Summa/Budget 2025',
      fingerprint: '35|30',
      rule: 'table.sums',
      class: 'identity',
      severity: 'error',
      where: {
        table: 'other',
        row: 'Summa',
        column: 'Budget 2025',
        rowLabel: 'Summa',
        columnLabel: 'Budget 2025',
      },
      sourceLines: [
        { source: 'other.csv', line: 3 },
        { source: 'other.csv', line: 1 },
        { source: 'other.csv', line: 2 },
      ],
      unit: 'mnkr',
      decimals: 0,
    })
    expect(check?.parts.map(({ printed, factor }) => [printed, factor])).toEqual([
      ['10', 1],
      ['20', 1],
    ])
  })
})

/** A unit's appropriation (whole numbers) against the appropriations table (one decimal). */
function outcomeOf(coarse: string, fine: string): string | undefined {
  const of = book([
    table('appropriations', 'Budget 2025', [line('Kulturnämnden', 'appropriation', fine)]),
    table(
      'unitResult',
      'Budget 2025',
      [
        line('Intäkter', 'unitIncome', coarse),
        { ...line('varav anslag', 'appropriationIncome', coarse), kind: 'ofWhich', level: 2 },
      ],
      { body: 'Kulturnämnden' },
    ),
  ])
  return checkBook(of, { rules: ['appropriations.unit'] }).checks[0]?.outcome
}

describe('a figure held against one other', () => {
  test.each([
    ['649', '649,4', 'holds'],
    ['650', '649,5', 'holds'],
    ['649', '649,5', 'rounding'],
    ['-4032', '-4 032,4', 'holds'],
    ['650', '649,4', 'finding'],
    ['0', '-0,4', 'holds'],
    ['649', '649,0', 'holds'],
  ])('%s against %s: %s', (coarse, fine, outcome) => {
    expect(outcomeOf(coarse, fine)).toBe(outcome)
  })

  test('figures in other units are brought together', () => {
    const of = book([
      table('appropriations', 'Budget 2025', [line('Kulturnämnden', 'appropriation', '649 412')], {
        unit: 'tkr',
      }),
      table(
        'unitResult',
        'Budget 2025',
        [{ ...line('varav anslag', 'appropriationIncome', '649'), kind: 'line' }],
        { body: 'Kulturnämnden' },
      ),
    ])
    const [check] = checkBook(of, { rules: ['appropriations.unit'] }).checks
    expect(check?.outcome).toBe('holds')
    expect(check?.difference?.equals(amount('-0.412'))).toBe(true)
  })
})
