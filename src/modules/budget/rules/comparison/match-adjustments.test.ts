import { describe, expect, test } from 'vitest'
import { amount } from '../amount.ts'
import { example } from '../statements/testing/example.ts'
import type { ComparableAdjustment } from './comparable.ts'
import { matchAdjustments } from './match-adjustments.ts'

function adjustment(
  id: string,
  publicBoard: string | null,
  label: string,
  ...amounts: (number | null)[]
): ComparableAdjustment {
  return {
    id,
    publicBoard,
    label,
    kind: 'reform',
    amounts: amounts.map((each) => (each === null ? null : amount(each))),
  }
}

const years = [2025, 2026]
const one = adjustment('a', 'Trafiknämnden', 'Fryst SL-Taxa månadskort', 250, 250)

/** The adjustments the example prints in tables of a kind. */
function printedIn(kind: string): ComparableAdjustment[] {
  return example.tables
    .filter((table) => table.kind === kind)
    .flatMap((table) =>
      table.rows
        .filter((row) => row.role === 'adjustment')
        .map((row, at) => ({
          id: `${table.key}/${at}`,
          publicBoard: row.section,
          label: row.label,
          kind: 'reform' as const,
          amounts: [2025, 2026, 2027].map(
            (year) =>
              row.cells[
                table.columns.findIndex((column) => column.year === year && column.kind !== 'addition')
              ]?.value ?? null,
          ),
        })),
    )
}

describe('adjustments of two budgets', () => {
  test.each([
    ['by id, whatever else', adjustment('a', 'Trafiknämnden', 'Helt annan text', 250, 250), 'same'],
    [
      'by id with another amount',
      adjustment('a', 'Trafiknämnden', 'Fryst SL-Taxa månadskort', 200, 250),
      'amount',
    ],
    [
      'by id under another board',
      adjustment('a', 'Regionstyrelsen', 'Fryst SL-Taxa månadskort', 250, 250),
      'moved',
    ],
    [
      'by board and similar words',
      adjustment('x', 'Trafiknämnden inkl FUT', 'Fryst SL-taxa, ingen taxehöjning månadskort', 250, 250),
      'same',
    ],
    ['a blank is not 0', adjustment('a', 'Trafiknämnden', 'Fryst SL-Taxa månadskort', 250, null), 'amount'],
    [
      'moved board, the same words and amounts',
      adjustment('x', 'Regionstyrelsen', 'Fryst SL-Taxa månadskort', 250, 250),
      'moved',
    ],
  ])('%s', (_, other, kind) => {
    expect(matchAdjustments([one], [other], years).map((each) => each.kind)).toEqual([kind])
  })

  test('another thing under the same board is another thing', () => {
    const other = adjustment('x', 'Trafiknämnden', 'Färre ordningsvakter', -30, -45)
    expect(
      matchAdjustments([one], [other], years).map((each) => [each.kind, each.first?.id ?? each.second?.id]),
    ).toEqual([
      ['onlyFirst', 'a'],
      ['onlySecond', 'x'],
    ])
  })

  test('0 and −0 are the same amount', () => {
    const [zero, negative] = [adjustment('a', null, 'x', 0, 0), adjustment('a', null, 'x', -0, 0)]
    expect(matchAdjustments([zero], [negative], years)[0]?.kind).toBe('same')
  })

  test("finds the chapters' wordings of the example's summary, one that stands under another board among them", () => {
    const changes = matchAdjustments(
      printedIn('adjustmentSummary'),
      printedIn('chapterAdjustments'),
      [2025, 2026, 2027],
    )
    const alone = changes.filter((each) => each.kind === 'onlyFirst' || each.kind === 'onlySecond')
    expect(alone.map((each) => each.first?.label ?? each.second?.label)).toEqual([])
    expect(changes.filter((each) => each.kind === 'moved').map((each) => each.first?.label)).toEqual([
      'Anslag intressepolitiska org sjukvård/funkträtt (PVN)',
    ])
  })
})
