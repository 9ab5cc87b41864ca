import { describe, expect, test } from 'vitest'
import type { Book } from '../../book.ts'
import { book, line, memo, reprinted, sum, table } from '../testing/book.fixture.ts'
import { outcomes, told } from '../testing/told.fixture.ts'

const columns = 'Budget 2024 | Budget 2025 | Förändring Budget 2024 > Budget 2025'

const outcome = (from: string, to: string, change: string): string[] => {
  const of = book([table('incomeStatement', columns, [line('Rad', null, from, to, change)])])
  return [...outcomes(of, 'change.column'), ...outcomes(of, 'change.placeholder')].map(
    (each) => each.split(': ')[1] ?? '',
  )
}

describe('a change column', () => {
  test.each([
    ['an increase', '99 477', '105 343', '5,9 %', ['holds']],
    ['a decrease', '238', '190', '-20,2 %', ['holds']],
    ['a growing cost is an increase', '-34 740', '-37 451', '7,8 %', ['holds']],
    ['a change of sign', '-3 854', '739', '-119,2 %', ['holds']],
    ['small figures leave room', '201', '190', '-5,4 %', ['rounding']],
    ['too far off', '201', '190', '-6,1 %', ['finding']],
    ['large figures leave none', '99 477', '105 343', '6,0 %', ['finding']],
    ['the wrong sign', '100', '110', '-10,0 %', ['finding']],
    ['in money', '100', '110', '10', ['holds']],
    ['in money, within rounding', '100', '110', '11', ['rounding']],
    ['in money, wrong', '100', '110', '20', ['finding']],
    ['no change', '0', '0', '0,0 %', []],
    ['from nothing nobody can tell', '0', '5', '100,0 %', []],
    ['a blank says nothing', '100', '110', '', []],
    ['a placeholder', '100', '110', '0,0 %', ['finding']],
    ['a placeholder in money', '-4 032', '208', '0', ['finding']],
    ['a change too small to show', '100 000', '100 040', '0,0 %', ['holds']],
    ['−0 for a small decrease', '100 000', '99 960', '−0,0 %', ['holds']],
    ['from a blank to a figure', '', '3 706', '0,0 %', ['finding']],
  ])('%s', (_, from, to, change, expected) => {
    expect(outcome(from, to, change)).toEqual(expected)
  })

  test('a wrong 0 is a placeholder and no wrong change', () => {
    const of = book([
      table('taxRevenue', columns, [
        line('Skatt', null, '104 798', '110 161', '0,0 %'),
        memo('Tillväxt', null, '6,5 %', '5,0 %', '0,0 %'),
      ]),
    ])
    expect(told(of, 'change.placeholder', 'change.column')).toEqual([
      'Skatt | Förändring Budget 2024 > Budget 2025 | 0 / 5.1 = -5.1 | placeholder',
      'Tillväxt | Förändring Budget 2024 > Budget 2025 | 0 / -1.5 = 1.5 | placeholder',
    ])
  })
})

describe('rows that compare with other years and budgets', () => {
  const tax = book([
    table('taxRevenue', 'Utfall 2023 | Budget 2024 | Budget 2025 | Plan 2026', [
      line('Skatt', 'taxRevenue', '93 405', '99 477', '105 343', '110 463'),
      line('Utjämning', 'equalisation', '3 623', '3 855', '3 161', '2 910'),
      sum('Samlade', 'totalTaxRevenue', '97 028', '103 332', '108 504', '113 373'),
      memo('Förändring, mnkr', 'changeFromPreviousYear', '∅', '6 304', '5 172', '4 869'),
      memo('Förändring, %', 'changeFromPreviousYearPercent', '∅', '6,5 %', '5,0 %', '4,5 %'),
      memo('Förra budgeten', 'previousBudget', '∅', '103 332', '104 798', '110 161'),
      memo('Differens', 'differenceFromPreviousBudget', '∅', '∅', '3 706', '3 212'),
    ]),
  ])
  const at = (row: string, column: string, printed: string): Book =>
    reprinted(tax, 'taxRevenue', row, column, printed)
  const rules = ['change.previousYear', 'taxRevenue.previousBudget', 'taxRevenue.previousBudgetColumn']

  test.each<[string, Book, string[]]>([
    ['agree', tax, []],
    [
      'an amount',
      at('Förändring, mnkr', 'Budget 2025', '5 271'),
      ['Förändring, mnkr | Budget 2025 | 5271 / 5172 = 99'],
    ],
    [
      'a percentage',
      at('Förändring, %', 'Plan 2026', '5,4 %'),
      ['Förändring, % | Plan 2026 | 5.4 / 4.5 = 0.9'],
    ],
    ['a difference', at('Differens', 'Plan 2026', '3 122'), ['Differens | Plan 2026 | 3122 / 3212 = -90']],
    [
      'another row in the earlier budget’s own column',
      at('Förra budgeten', 'Budget 2024', '99 477'),
      ['Förra budgeten | Budget 2024 | 99477 / 103332 = -3855'],
    ],
  ])('%s', (_, of, expected) => {
    expect(told(of, ...rules).map((each) => each.slice(0, each.lastIndexOf(' | ')))).toEqual(expected)
  })

  test('the row that stands there instead is named', () => {
    expect(told(at('Förra budgeten', 'Budget 2024', '99 477'), ...rules)).toEqual([
      'Förra budgeten | Budget 2024 | 99477 / 103332 = -3855 | anotherRow',
    ])
  })
})
