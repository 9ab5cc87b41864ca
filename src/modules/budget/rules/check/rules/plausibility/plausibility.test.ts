import { describe, expect, test } from 'vitest'
import type { Book } from '../../../book.ts'
import { book, line, ofWhich, section, sum, table, type RowOf } from '../../testing/book.fixture.ts'
import { told } from '../../testing/told.fixture.ts'

const years = 'Utfall 2023 | Prognos 2024 | Budget 2025 | Plan 2026 | Plan 2027'

const summary = (...rows: (RowOf | RowOf[])[]): Book =>
  book([table('adjustmentSummary', 'Budget 2025 | Plan 2026', rows)])

describe('the same row twice', () => {
  test.each<[string, Book, string[]]>([
    [
      'word for word',
      summary(section('A', line('Ny buss', 'adjustment', '5', '6'), line('Ny buss', 'adjustment', '5', '6'))),
      ['Ny buss | – | 5 | duplicateRow'],
    ],
    [
      'with other figures',
      summary(section('A', line('Ny buss', 'adjustment', '5', '6'), line('Ny buss', 'adjustment', '5', '7'))),
      [],
    ],
    [
      'with other words',
      summary(section('A', line('Ny buss', 'adjustment', '5', '6'), line('Ny båt', 'adjustment', '5', '6'))),
      [],
    ],
    [
      'with zeros only',
      summary(section('A', line('Övrigt', 'adjustment', '0', '0'), line('Övrigt', 'adjustment', '0', '0'))),
      [],
    ],
    [
      'under two boards, when it says what it is',
      summary(
        section('A', line('Fria resor för unga', 'adjustment', '5', '6')),
        section('B', line('Fria resor för unga', 'adjustment', '5', '6')),
      ),
      ['Fria resor för unga | – | 5 | duplicateRow'],
    ],
    [
      'under two boards, a general word',
      summary(
        section('A', line('Besparing', 'adjustment', '-5', '-5')),
        section('B', line('Besparing', 'adjustment', '-5', '-5')),
      ),
      [],
    ],
    [
      'parts of two rows',
      book([
        table('unitResult', 'Budget 2025', [
          line('X', null, '9'),
          ofWhich('varav anslag', null, '5'),
          line('Y', null, '8'),
          ofWhich('varav anslag', null, '5'),
        ]),
      ]),
      [],
    ],
  ])('%s', (_, of, expected) => {
    expect(told(of, 'plausibility.duplicateRow')).toEqual(expected)
  })
})

const alike = (rows: number, last: string): Book =>
  book([
    table('incomeStatement', 'Plan 2026 | Plan 2027', [
      ...Array.from({ length: rows }, (_, at) => line(`Rad ${at}`, null, String(at + 10), String(at + 10))),
      line('Sista', null, '7', last),
    ]),
  ])

describe('two columns alike', () => {
  test.each<[string, Book, string[]]>([
    ['in every row', alike(5, '7'), ['incomeStatement | Plan 2027 | – | columnsAlike']],
    ['in all rows but one', alike(5, '8'), []],
    ['a blank is not a figure', alike(5, ''), []],
    ['few rows may agree by chance', alike(3, '7'), []],
  ])('%s', (_, book_, expected) => {
    expect(told(book_, 'plausibility.columnsAlike')).toEqual(expected)
  })

  test('adjustments are often the same every year', () => {
    const rows = Array.from({ length: 9 }, (_, at) => line(`Rad ${at}`, 'adjustment', '5', '5'))
    expect(
      told(book([table('chapterAdjustments', 'Budget 2025 | Plan 2026', rows)]), 'plausibility.columnsAlike'),
    ).toEqual([])
  })
})

describe('a missing year', () => {
  test.each([
    ['all years', years, []],
    ['the last plan year', 'Budget 2025 | Plan 2026', ['balanceSheet | – | – | missingYear']],
    [
      'a year in between',
      'Utfall 2022 | Prognos 2024 | Budget 2025 | Plan 2026 | Plan 2027',
      ['balanceSheet | – | – | missingYear'],
    ],
    ['a table of the budget year alone', 'Prognos 2024 | Budget 2025', []],
  ])('%s', (_, columns, expected) => {
    expect(
      told(
        book([table('balanceSheet', columns, [line('Kassa', 'cashAndBank', '1', '1', '1', '1', '1')])]),
        'plausibility.missingYear',
      ),
    ).toEqual(expected)
  })
})

describe('signs', () => {
  test.each<[string, RowOf[], string[]]>([
    [
      'assets and liabilities',
      [
        line('Kassa', 'cashAndBank', '5', '4', '3', '2', '1'),
        line('Lån', 'longTermLoans', '9', '9', '9', '9', '9'),
      ],
      [],
    ],
    [
      'negative cash',
      [line('Kassa', 'cashAndBank', '5', '4', '-3', '2', '1')],
      ['Kassa | Budget 2025 | -3 | negative'],
    ],
    [
      'negative cash in most years, among other assets',
      [
        line('Kassa', 'cashAndBank', '5', '-4', '-3', '-2', '1'),
        line('Mark', 'tangibleAssets', '9', '9', '9', '9', '9'),
      ],
      [
        'Kassa | Budget 2025 | -3 | negative',
        'Kassa | Plan 2026 | -2 | negative',
        'Kassa | Prognos 2024 | -4 | negative',
      ],
    ],
    [
      'liabilities printed negative throughout',
      [
        line('Kassa', 'cashAndBank', '5', '4', '3', '2', '1'),
        line('Skulder', 'liabilities', '-9', '-9', '-9', '-9', '-9'),
      ],
      [],
    ],
    ['−0 is nothing', [line('Kassa', 'cashAndBank', '5', '4', '−0', '2', '1')], []],
    [
      'a cost with another sign',
      [line('Avskrivningar', 'depreciation', '-5', '-4', '3', '-2', '-1')],
      ['Avskrivningar | Budget 2025 | 3 | costSign'],
    ],
    [
      'costs without their sign throughout',
      [line('Avskrivningar', 'depreciation', '5', '4', '3', '2', '1')],
      [],
    ],
    [
      'what may turn is left alone',
      [line('Pensioner, finansiell del', 'pensionFinancialCosts', '-5', '-4', '3', '-2', '-1')],
      [],
    ],
  ])('%s', (_, rows, expected) => {
    expect(
      told(book([table('balanceSheet', years, rows)]), 'plausibility.negative', 'plausibility.costSign'),
    ).toEqual(expected)
  })
})

describe('magnitudes', () => {
  test.each<[string, string[], string[]]>([
    [
      'typed in thousands',
      ['100', '101', '102 400', '103', '104'],
      ['Rad | Budget 2025 | 102400 | thousandFactor'],
    ],
    [
      'a thousandth',
      ['10 000', '10 100', '10', '10 300', '10 400'],
      ['Rad | Budget 2025 | 10 | thousandFactor'],
    ],
    ['a tenfold', ['100', '101', '1 024', '103', '104'], []],
    ['neighbours that do not keep together', ['1', '500', '1 000', '3', '900'], []],
    ['zeros and blanks are no neighbours', ['0', '', '102 400', '103', '104'], []],
  ])('%s', (_, printed, expected) => {
    expect(
      told(book([table('other', years, [line('Rad', null, ...printed)])]), 'plausibility.thousandFactor'),
    ).toEqual(expected)
  })

  test('a figure larger than any budget is an error and counted nowhere', () => {
    const of = book([
      table('other', 'Budget 2025 | Plan 2026', [
        line('A', null, '1,0', '2,0'),
        line('B', null, '99999999999999999999', '3,0'),
        sum('Summa', null, '4,0', '5,0'),
      ]),
    ])
    expect(told(of)).toEqual(['B | Budget 2025 | 99999999999999999999 | tooLarge'])
  })
})
