import { describe, expect, test } from 'vitest'
import type { Book } from '../../book.ts'
import { book, line, memo, table } from '../testing/book.fixture.ts'
import { findings, told } from '../testing/told.fixture.ts'

function steps(...rows: [string, string, string][]): Book {
  return book([
    table(
      'adjustmentSummary',
      'Budget 2025 | Plan 2026',
      rows.map(([label, first, second]) => line(label, 'financing', first, second)),
    ),
    table('taxRevenue', 'Budget 2025 | Plan 2026', [memo('Skatteunderlag', 'taxBase', '840 667', '881 333')]),
  ])
}

describe('equal tax steps', () => {
  test.each<[string, Book, string[]]>([
    [
      'priced alike',
      steps(
        ['Höjning 15 öre', '1 261', '1 322'],
        ['Höjning 5 öre', '420', '441'],
        ['Utebliven sänkning 5 öre', '420', '440'],
      ),
      [],
    ],
    [
      'priced differently',
      steps(
        ['Höjning 15 öre', '1 261', '1 322'],
        ['Höjning 5 öre', '', '452'],
        ['Utebliven sänkning 5 öre', '', '430'],
      ),
      [
        'Höjning 5 öre | Plan 2026 | 452 / 441 = 11 | equalTaxSteps',
        'Utebliven sänkning 5 öre | Plan 2026 | 430 / 441 = -11 | equalTaxSteps',
      ],
    ],
    [
      'a single step of its size',
      steps(['Höjning 15 öre', '1 261', '1 322'], ['Höjning 7,5 öre', '', '600']),
      ['Höjning 7,5 öre | Plan 2026 | 600 / 661 = -61 | taxStep'],
    ],
    [
      'lowered tax is compared by size',
      steps(['Höjning 10 öre', '841', '881'], ['Sänkning 5 öre', '-420', '-441']),
      [],
    ],
    [
      'rows without öre are no steps',
      steps(['Höjning 15 öre', '1 261', '1 322'], ['Justering av krav', '-100', '-100']),
      [],
    ],
  ])('%s', (_, of, expected) => {
    expect(told(of, 'tax.equalSteps')).toEqual(expected)
  })

  test('one finding names all rows and both have one cause', () => {
    const found = findings(
      steps(
        ['Höjning 15 öre', '', '1 322'],
        ['Höjning 5 öre', '', '452'],
        ['Ingen sänkning 5 öre', '', '430'],
      ),
      'tax.equalSteps',
    )
    expect(found.map(({ sourceLines }) => sourceLines.map(({ line: at }) => at).sort())).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ])
    expect(new Set(found.map(({ cause }) => cause)).size).toBe(1)
  })
})

describe('a tax step against the tax base', () => {
  test.each<[string, Book, string[]]>([
    ['base times öre', steps(['Höjning 15 öre', '1 261', '1 322']), []],
    [
      'off by more than estimates are',
      steps(['Höjning 15 öre', '1 161', '1 322']),
      ['Höjning 15 öre | Budget 2025 | 1161 / 1261 = -100 | taxBase'],
    ],
  ])('%s', (_, of, expected) => {
    expect(told(of, 'tax.base')).toEqual(expected)
  })
})
