import { describe, expect, test } from 'vitest'
import type { Book } from '../../book.ts'
import { book, line, memo, reprinted, sum, table } from '../testing/book.fixture.ts'
import { outcomes, told } from '../testing/told.fixture.ts'

const balance = book([
  table('balanceSheet', 'Utfall 2023 | Prognos 2024 | Budget 2025 | Plan 2026', [
    sum('Summa tillgångar', 'totalAssets', '166 593', '177 552', '190 409', '201 935'),
    line('Årets resultat', 'resultOfTheYear', '-1 011', '-947', '208', '2 385'),
    line('Övrigt eget kapital', 'otherEquity', '27 000', '25 989', '25 042', '25 250'),
    sum('Summa eget kapital', 'equity', '25 989', '25 042', '25 250', '27 635'),
    sum('Summa avsättningar', 'provisions', '42 785', '50 083', '52 281', '52 226'),
    sum('Summa skulder', 'liabilities', '97 819', '102 427', '112 877', '122 074'),
    sum('Eget kapital och skulder', 'equityAndLiabilities', '166 593', '177 552', '190 408', '201 935'),
    memo('Ansvarsförbindelse', 'contingentPensionLiability', '22 189', '22 687', '21 834', '20 550'),
    memo('Soliditet', 'equityRatio', '15,6 %', '14,1 %', '13,3 %', '13,7 %'),
    memo('Soliditet inklusive', 'equityRatioIncludingPensionLiability', '2,3 %', '1,3 %', '1,8 %', '3,5 %'),
  ]),
])

const at = (row: string, column: string, printed: string): Book =>
  reprinted(balance, 'balanceSheet', row, column, printed)

describe('assets are equity, provisions and liabilities', () => {
  test.each<[string, Book, string[]]>([
    ['agree, a last digit apart', balance, []],
    [
      'differ',
      at('Summa tillgångar', 'Plan 2026', '201 395'),
      ['Summa tillgångar | Plan 2026 | 201395 / 201935 = -540 | transposedDigits'],
    ],
    ['blank', at('Summa tillgångar', 'Plan 2026', ''), []],
  ])('%s', (_, of, expected) => {
    expect(told(of, 'balanceSheet.balances')).toEqual(expected)
  })

  test('without a printed sum of the right side its rows are added', () => {
    const [only] = balance.tables
    const of = book([{ ...only!, rows: only!.rows.filter(({ role }) => role !== 'equityAndLiabilities') }])
    expect(outcomes(of, 'balanceSheet.balances')).toEqual([
      'Summa tillgångar | Budget 2025: rounding',
      'Summa tillgångar | Utfall 2023: holds',
      'Summa tillgångar | Prognos 2024: holds',
      'Summa tillgångar | Plan 2026: holds',
    ])
  })
})

describe('equity rolls forward', () => {
  test.each<[string, Book, string[]]>([
    ['agrees', balance, []],
    [
      'a wrong equity is off from both sides',
      at('Summa eget kapital', 'Budget 2025', '25 520'),
      [
        'Summa eget kapital | Budget 2025 | 25520 / 25250 = 270 | transposedDigits',
        'Summa eget kapital | Plan 2026 | 27635 / 27905 = -270 | transposedDigits',
      ],
    ],
  ])('%s', (_, of, expected) => {
    const keys = told(of, 'balanceSheet.equityRollForward').map((each) =>
      each.slice(0, each.lastIndexOf(' | ')),
    )
    expect(keys).toEqual(expected.map((each) => each.slice(0, each.lastIndexOf(' | '))))
  })

  test('an older budget is no beginning', () => {
    const of = book([
      table('balanceSheet', 'Utfall 2023 | Budget 2024 | Budget 2025', [
        sum('Eget kapital', 'equity', '100', '120', '150'),
        line('Årets resultat', 'resultOfTheYear', '5', '7', '10'),
      ]),
    ])
    expect(outcomes(of, 'balanceSheet.equityRollForward')).toEqual([])
  })

  test('of two columns of the year before the one that agrees is the beginning', () => {
    const of = book([
      table('balanceSheet', 'Budget 2024 | Prognos 2024 | Budget 2025', [
        sum('Eget kapital', 'equity', '140', '120', '150'),
        line('Årets resultat', 'resultOfTheYear', '5', '7', '10'),
      ]),
    ])
    expect(outcomes(of, 'balanceSheet.equityRollForward')).toEqual(['Eget kapital | Budget 2025: holds'])
  })
})

describe('the equity ratio, in both definitions', () => {
  test.each<[string, Book, string[]]>([
    ['agrees', balance, []],
    [
      'differs',
      at('Soliditet', 'Budget 2025', '13,5 %'),
      ['Soliditet | Budget 2025 | 13.5 / 13.3 = 0.2 | equityRatio'],
    ],
    [
      'with pensions, differs',
      at('Soliditet inklusive', 'Utfall 2023', '3,2 %'),
      ['Soliditet inklusive | Utfall 2023 | 3.2 / 2.3 = 0.9 | equityRatio'],
    ],
  ])('%s', (_, of, expected) => {
    expect(told(of, 'balanceSheet.equityRatio')).toEqual(expected)
  })

  test('a label that says it loosely is read by its figures', () => {
    const [only] = balance.tables
    const rows = only!.rows
      .filter(({ role }) => role !== 'equityRatio')
      .map((row) =>
        row.role === 'equityRatioIncludingPensionLiability' ? { ...row, role: 'equityRatio' as const } : row,
      )
    expect(told(book([{ ...only!, rows }]), 'balanceSheet.equityRatio')).toEqual([])
  })
})
