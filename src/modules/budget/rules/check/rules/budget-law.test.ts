import { describe, expect, test } from 'vitest'
import type { Book } from '../../book.ts'
import { book, line, sum, table, type RowOf } from '../testing/book.fixture.ts'
import { told } from '../testing/told.fixture.ts'

function statement(columns: string, ...rows: RowOf[]): Book {
  return book([table('incomeStatement', columns, rows)])
}

describe('KL 11:5: incomes exceed costs', () => {
  const columns = 'Utfall 2023 | Budget 2024 | Budget 2025 | Plan 2026'
  test.each<[string, Book, string[]]>([
    ['a surplus', statement(columns, sum('Resultat', 'resultOfTheYear', '-9', '-9', '1', '2')), []],
    [
      'exactly balanced; −0 too',
      statement(columns, sum('Resultat', 'resultOfTheYear', '1', '1', '0', '−0')),
      [],
    ],
    [
      'a deficit in the budget and in the plan',
      statement(columns, sum('Resultat', 'resultOfTheYear', '1', '1', '-5', '-6')),
      ['Resultat | Budget 2025 | -5 | negativeResult', 'Resultat | Plan 2026 | -6 | negativeResult'],
    ],
    [
      'a deficit that a reserve covers',
      statement(
        columns,
        sum('Resultat', 'resultOfTheYear', '1', '1', '-5', '6'),
        line('Användning av reserv', 'resultReserveChange', '', '', '5', ''),
      ),
      [],
    ],
    [
      'a reserve that does not cover it',
      statement(
        columns,
        sum('Resultat', 'resultOfTheYear', '1', '1', '-5', '6'),
        line('Användning av reserv', 'resultReserveChange', '', '', '4', ''),
      ),
      ['Resultat | Budget 2025 | -5 | negativeResult'],
    ],
    [
      'the balance result is what counts where it is worked out',
      statement(
        columns,
        sum('Resultat', 'resultOfTheYear', '1', '1', '-5', '6'),
        sum('Balanskravsresultat', 'balanceResult', '1', '1', '3', '6'),
      ),
      [],
    ],
    ['a blank plan', statement(columns, sum('Resultat', 'resultOfTheYear', '1', '1', '5', '')), []],
  ])('%s', (_, of, expected) => {
    expect(told(of, 'law.incomeCoversCosts')).toEqual(expected)
  })
})

describe('KL 11:12: deficits are restored within three years', () => {
  const columns = 'Utfall 2021 | Utfall 2022 | Utfall 2023 | Prognos 2024 | Budget 2025 | Plan 2026'
  test.each<[string, string[], string[]]>([
    ['restored by the next years', ['5', '-10', '4', '3', '3', '1'], []],
    ['not restored', ['5', '-10', '4', '3', '2', '9'], ['Resultat | Utfall 2022 | -10 | deficitNotRestored']],
    ['the oldest deficit is restored first', ['-4', '-10', '4', '3', '7', '9'], []],
    [
      'a surplus restores once',
      ['-4', '-4', '4', '0', '0', '9'],
      ['Resultat | Utfall 2022 | -4 | deficitNotRestored'],
    ],
    ['years that are not shown may still come', ['5', '5', '5', '-10', '1', '1'], []],
  ])('%s', (_, results, expected) => {
    expect(
      told(statement(columns, sum('Resultat', 'resultOfTheYear', ...results)), 'law.deficitRestored'),
    ).toEqual(expected)
  })

  test('an older budget’s result is no deficit', () => {
    const of = statement(
      'Budget 2024 | Prognos 2024 | Budget 2025 | Plan 2026 | Plan 2027',
      sum('Resultat', 'resultOfTheYear', '-4 032', '1', '0', '0', '0'),
    )
    expect(told(of, 'law.deficitRestored')).toEqual([])
  })
})

const inquiry = (gains: string, after: string, final: string): Book =>
  statement(
    'Utfall 2023 | Budget 2025',
    sum('Resultat', 'resultOfTheYear', '100', '80'),
    line('Realisationsvinster', 'gainsOnSales', '-20', gains),
    sum('Efter justeringar', 'resultAfterBalanceAdjustments', '80', after),
    line('Till reserv', 'resultReserveChange', '-30', '-10'),
    sum('Balanskravsresultat', 'balanceResult', '50', final),
  )

describe('the balance-requirement inquiry', () => {
  test.each<[string, Book, string[]]>([
    ['agrees', inquiry('-15', '65', '55'), []],
    ['is off', inquiry('-15', '56', '46'), ['Efter justeringar | Budget 2025 | 56 / 65 = -9 | sum']],
    ['within rounding', inquiry('-15', '66', '55'), []],
  ])('%s', (_, of, expected) => {
    expect(told(of, 'law.balanceInquiry')).toEqual(expected)
  })

  test('deductions may be printed without a minus', () => {
    const of = statement(
      'Budget 2025',
      sum('Resultat', 'resultOfTheYear', '100'),
      line('Avgår vinster', 'gainsOnSales', '20'),
      sum('Efter', 'resultAfterBalanceAdjustments', '80'),
    )
    expect(told(of, 'law.balanceInquiry')).toEqual([])
  })
})
