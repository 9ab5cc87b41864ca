import { describe, expect, test } from 'vitest'
import type { Book } from '../../book.ts'
import { book, line, reprinted, sum, table } from '../testing/book.fixture.ts'
import { findings, told } from '../testing/told.fixture.ts'

const years = 'Prognos 2024 | Budget 2025 | Plan 2026'

describe('the result of the year', () => {
  const whole = book([
    table('incomeStatement', years, [sum('Årets resultat', 'resultOfTheYear', '-947', '208', '2 385')]),
    table('balanceSheet', years, [line('Resultat i balansen', 'resultOfTheYear', '-947', '208', '2 385')]),
    table('resultRequirements', years, [sum('Totalt', 'grandTotal', '-947,0', '208,5', '2 384,8')]),
    table('adjustmentSummary', 'Budget 2025 | Plan 2026', [
      sum('Eget resultat', 'ownResult', '208,4', '2 384,8'),
    ]),
  ])

  test.each<[string, Book, string[]]>([
    ['agrees within rounding', whole, []],
    [
      'differs where it is printed precisely',
      reprinted(whole, 'adjustmentSummary', 'Eget resultat', 'Plan 2026', '2 385,0'),
      ['Eget resultat | Plan 2026 | 2385 / 2384.8 = 0.2 | equal'],
    ],
    [
      'differs in one coarse statement',
      reprinted(whole, 'balanceSheet', 'Resultat i balansen', 'Budget 2025', '280'),
      ['Resultat i balansen | Budget 2025 | 280 / 208.5 = 71.5 | transposedDigits'],
    ],
    [
      'the most precise figure is not trusted against all others',
      reprinted(whole, 'resultRequirements', 'Totalt', 'Prognos 2024', '-974,0'),
      ['Totalt | Prognos 2024 | -974 / -947 = -27 | transposedDigits'],
    ],
    ['a blank is no figure', reprinted(whole, 'balanceSheet', 'Resultat i balansen', 'Budget 2025', ''), []],
  ])('%s', (_, of, expected) => {
    expect(told(of, 'result.same')).toEqual(expected)
  })

  test('forecast and budget of one year are two figures', () => {
    const of = book([
      table('incomeStatement', 'Prognos 2025 | Budget 2025', [sum('Resultat', 'resultOfTheYear', '5', '9')]),
      table('cashFlow', 'Budget 2025 | Prognos 2025', [line('Resultat', 'resultOfTheYear', '9', '5')]),
    ])
    expect(told(of, 'result.same')).toEqual([])
  })

  test('a plan year may be called budget in another table', () => {
    const of = book([
      table('incomeStatement', 'Plan 2026', [sum('Resultat', 'resultOfTheYear', '5')]),
      table('cashFlow', 'Budget 2026', [line('Resultat', 'resultOfTheYear', '9')]),
    ])
    expect(told(of, 'result.same')).toHaveLength(1)
  })

  test('statements of another body are another result', () => {
    const of = book([
      table('incomeStatement', years, [sum('Resultat', 'resultOfTheYear', '1', '2', '3')]),
      table('incomeStatement', years, [sum('Resultat', 'resultOfTheYear', '4', '5', '6')], {
        key: 'group',
        body: 'Kommunkoncernen',
      }),
    ])
    expect(told(of, 'result.same')).toEqual([])
  })
})

describe('the tax table against the income statement', () => {
  const statement = table('incomeStatement', years, [
    line('Skatt', 'taxRevenue', '98 965', '105 343', '110 463'),
    line('Utjämning', 'equalisation', '4 507', '3 161', '2 909'),
    sum('Samlade', 'totalTaxRevenue', '103 472', '108 504', '113 372'),
  ])
  const tax = (first: string, settlement = '0'): Book =>
    book([
      statement,
      table('taxRevenue', years, [
        line('Preliminär skatt', 'taxRevenue', '98 965', first, '110 463'),
        line('Slutavräkning', 'finalSettlement', '0', settlement, '0'),
        line('Utjämning', 'equalisation', '4 507', '3 161', '2 909'),
        sum('Samlade', 'totalTaxRevenue', '103 472', '108 504', '113 373'),
      ]),
    ])

  test.each<[string, Book, string[]]>([
    ['agrees, a last digit apart', tax('105 343'), []],
    ['differs', tax('105 334'), ['Preliminär skatt | Budget 2025 | 105334 / 105343 = -9 | transposedDigits']],
    ['with the settlement of past years in a row of its own', tax('105 043', '300'), []],
    [
      'with a settlement that does not make it up',
      tax('105 043', '200'),
      ['Preliminär skatt | Budget 2025 | 105043 / 105343 = -300 | equal'],
    ],
    ['blank', tax(''), []],
  ])('%s', (_, of, expected) => {
    expect(told(of, 'taxRevenue.incomeStatement')).toEqual(expected)
  })

  test('where the tables count differently throughout it is a warning', () => {
    const of = book([
      statement,
      table('taxRevenue', years, [line('Skatt', 'taxRevenue', '97 000', '104 000', '109 000')]),
    ])
    expect(findings(of, 'taxRevenue.incomeStatement').map(({ severity }) => severity)).toEqual([
      'warning',
      'warning',
      'warning',
    ])
  })
})

test('a statement printed twice says the same both times', () => {
  const once = table('cashFlow', years, [line('Nyupptagna lån', 'newLoans', '0', '3 566', '4 719')])
  const twice = book([once, { ...once, key: 'again' }])
  expect(told(twice, 'statement.repeated')).toEqual([])
  expect(
    told(reprinted(twice, 'again', 'Nyupptagna lån', 'Plan 2026', '4 791'), 'statement.repeated'),
  ).toEqual(['Nyupptagna lån | Plan 2026 | 4791 / 4719 = 72 | transposedDigits'])
})
