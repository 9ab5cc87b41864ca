import { describe, expect, test } from 'vitest'
import { line, memo, ofWhich, table, type RowOf } from '../testing/book.fixture.ts'
import { viewOf } from '../view.ts'
import { ofWhichGroups } from './of-which.ts'

function read(...rows: RowOf[]): string[] {
  return ofWhichGroups(viewOf(table('other', 'Budget 2025 | Plan 2026 | Plan 2027', rows), 6)).map(
    ({ whole, parts, lineParts, complete }) =>
      `${whole.row.label}: ${parts.map(({ row }) => row.label).join(', ')} | ${complete}${lineParts.length > 0 ? ' | with lines' : ''}`,
  )
}

describe('whether of-which rows are all of their row', () => {
  test.each<[string, RowOf[], string]>([
    [
      'they add up in every column',
      [
        line('A', null, '10', '20', '30'),
        ofWhich('x', null, '4', '8', '12'),
        ofWhich('y', null, '6', '12', '18'),
      ],
      'A: x, y | sure',
    ],
    [
      'in all but one, which is then wrong',
      [
        line('A', null, '10', '20', '30'),
        ofWhich('x', null, '4', '8', '12'),
        ofWhich('y', null, '6', '12', '99'),
      ],
      'A: x, y | sure',
    ],
    [
      'in none',
      [
        line('A', null, '100', '200', '300'),
        ofWhich('x', null, '4', '8', '12'),
        ofWhich('y', null, '6', '12', '18'),
      ],
      'A: x, y | partial',
    ],
    [
      'in one alone, by chance',
      [
        line('A', null, '10', '50', '60'),
        ofWhich('x', null, '4', '8', '12'),
        ofWhich('y', null, '6', '12', '18'),
      ],
      'A: x, y | partial',
    ],
    [
      'a single part that is its whole claims nothing',
      [line('A', null, '10', '20', '30'), ofWhich('x', null, '10', '20', '30')],
      'A: x | partial',
    ],
    [
      'zeros alone show nothing',
      [line('A', null, '0', '0', '0'), ofWhich('x', null, '0', '0', '0'), ofWhich('y', null, '0', '0', '0')],
      'A: x, y | partial',
    ],
    [
      'with the line after them',
      [
        line('A', null, '-254', '180', '904'),
        ofWhich('x', null, '45', '63', '112'),
        line('B', null, '-299', '117', '792'),
      ],
      'A: x, B | sure | with lines',
    ],
    [
      'with the line after them in all columns but one',
      [
        line('A', null, '-254', '180', '904'),
        ofWhich('x', null, '45', '63', '112'),
        line('B', null, '-299', '117', '700'),
      ],
      'A: x, B | sure | with lines',
    ],
    [
      'a line of zeros after them is no part',
      [line('A', null, '0', '0', '0'), ofWhich('x', null, '0', '0', '0'), line('B', null, '0', '5', '0')],
      'A: x | partial',
    ],
  ])('%s', (_, rows, expected) => {
    expect(read(...rows)).toEqual([expected])
  })

  test('parts of a part stand under it', () => {
    const deeper = { ...ofWhich('x1', null, '1', '2', '3'), level: 3 }
    const other = { ...ofWhich('x2', null, '3', '6', '9'), level: 3 }
    expect(
      read(line('A', null, '100', '200', '300'), ofWhich('x', null, '4', '8', '12'), deeper, other),
    ).toEqual(['A: x | partial', 'x: x1, x2 | sure'])
  })

  test('parts of a comparison are left alone', () => {
    expect(
      read(memo('Förra budgeten', null, '1', '2', '3'), ofWhich('varav utjämning', null, '9', '9', '9')),
    ).toEqual([])
  })

  test('what a person said of completeness stands', () => {
    const view = viewOf(
      table('other', 'Budget 2025', [
        line('A', null, '100'),
        ofWhich('x', null, '4'),
        ofWhich('y', null, '6'),
      ]),
      6,
    )
    for (const row of view.table.rows) row.ofWhichComplete = row.kind === 'ofWhich' ? true : null
    expect(ofWhichGroups(view)[0]?.complete).toBe('sure')
  })
})
