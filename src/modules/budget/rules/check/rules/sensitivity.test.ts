import { describe, expect, test } from 'vitest'
import type { Book } from '../../book.ts'
import { book, line, ofWhich, reprinted, table } from '../testing/book.fixture.ts'
import { findings, told } from '../testing/told.fixture.ts'

const columns = '−3 % | −1 % | Budget 2025 | +1 % | +3 %'

const whole = book([
  table('sensitivityAnalysis', columns, [
    line('Intäkter', 'operatingIncome', '-884', '-295', '29 462', '295', '884'),
    ofWhich('varav biljetter', 'ticketRevenue', '-280', '-93', '9 343', '93', '280'),
    line('Personal', 'personnelCosts', '1 124', '375', '-37 451', '-375', '-1 124'),
    line('Finansiella intäkter', 'financialIncome', '-6', '-2', '190', '2', '6'),
  ]),
  table('incomeStatement', 'Prognos 2025 | Budget 2025', [
    line('Verksamhetens intäkter', 'operatingIncome', '31 034', '29 462'),
    line('Personalkostnader', 'personnelCosts', '-35 180', '-37 451'),
    line('Finansiella intäkter', 'financialIncome', '227', '190'),
  ]),
  table('unitResult', 'Budget 2025', [line('biljetter', 'ticketRevenue', '9 251')], {
    body: 'Trafiknämnden',
  }),
  table('unitResult', 'Budget 2025', [line('biljetter', 'ticketRevenue', '9 343')], {
    body: 'Trafikbolaget',
  }),
])

const rules = ['sensitivity.linear', 'sensitivity.incomeStatement', 'sensitivity.ticketRevenue']
const at = (row: string, column: string, printed: string): Book =>
  reprinted(whole, 'sensitivityAnalysis', row, column, printed)

describe('scenarios', () => {
  test.each<[string, Book, string[]]>([
    ['agree', whole, []],
    ['one is off', at('Personal', '+1 %', '-385'), ['Personal | +1 % | -385 / -374.51 = -10.49 | scenario']],
    [
      'one has the other sign',
      at('Personal', '+1 %', '375'),
      ['Personal | +1 % | 375 / -374.51 = 749.51 | scenarioSign'],
    ],
    [
      'one short of the rounded figure',
      at('Intäkter', '+1 %', '294'),
      ['Intäkter | +1 % | 294 / 294.62 = -0.62 | scenario'],
    ],
    ['blank', at('Intäkter', '+1 %', ''), []],
    [
      'the base is not the income statement’s but the forecast',
      at('Finansiella intäkter', 'Budget 2025', '227'),
      ['Finansiella intäkter | Budget 2025 | 227 / 190 = 37 | mixedColumns'],
    ],
    [
      'no unit has the ticket revenue',
      reprinted(whole, 'unitResult-Trafikbolaget', 'biljetter', 'Budget 2025', '9 433'),
      ['varav biljetter | Budget 2025 | 9343 / 9433 = -90 | transposedDigits'],
    ],
  ])('%s', (_, of, expected) => {
    expect(told(of, ...rules).filter((each) => !/(?:−3|−1|\+3) %/u.test(each))).toEqual(expected)
  })

  test('scenarios may print the row as it becomes', () => {
    const of = book([
      table('sensitivityAnalysis', '−1 % | Budget 2025 | +1 %', [
        line('Intäkter', 'operatingIncome', '29 167', '29 462', '29 757'),
        line('Personal', 'personnelCosts', '-37 076', '-37 451', '-37 826'),
        line('Övrigt', 'otherCosts', '-9 900', '-10 000', '-10 010'),
      ]),
    ])
    expect(
      findings(of, 'sensitivity.linear').map(({ where, computed }) => [
        where.rowLabel,
        where.columnLabel,
        computed?.toString(),
      ]),
    ).toEqual([['Övrigt', '+1 %', '-10100']])
  })
})
