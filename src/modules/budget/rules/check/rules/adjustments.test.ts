import { describe, expect, test } from 'vitest'
import type { Book } from '../../book.ts'
import { book, line, reprinted, section, sum, table } from '../testing/book.fixture.ts'
import { findings, outcomes, told } from '../testing/told.fixture.ts'

/** Two boards, one without adjustments, and the way to our result. */
const summary = book([
  table('adjustmentSummary', 'Tillägg 2025 | Budget 2025 | Plan 2026 | Plan 2027', [
    section(
      'Vårdnämnden',
      line('Grundförslag', 'baseProposal', '', '1 000,0', '1 050,0', '1 100,0'),
      line('Fler sköterskor', 'adjustment', '30,0', '30,0', '40,0', '50,0'),
      line('Lägre avgift', 'adjustment', '', '', '12,0', '12,0'),
      line('Färre konsulter', 'adjustment', '-7,0', '-7,0', '-7,0', '-7,0'),
      sum('Vår ram', 'adjustedSum', '23,0', '1 023,0', '1 095,0', '1 155,0'),
    ),
    section('Patientnämnden', line('Grundförslag', 'baseProposal', '', '36,1', '37,3', '38,5')),
    sum('Summa anslag', 'adjustedTotal', '', '1 059,1', '1 132,3', '1 193,5'),
    line('Styrets resultat', 'baseResult', '', '15,0', '20,0', '25,0'),
    line('Skattehöjning', 'financing', '50,0', '50,0', '52,0', '54,0'),
    sum('Vårt resultat', 'ownResult', '', '42,0', '27,0', '24,0'),
  ]),
])

const rules = [
  'adjustments.boardSum',
  'adjustments.total',
  'adjustments.result',
  'adjustments.repeatedColumn',
]

test('a summary that agrees gives no finding', () => {
  expect(told(summary, ...rules)).toEqual([])
})

const at = (row: string, column: string, printed: string): Book =>
  reprinted(summary, 'adjustmentSummary', row, column, printed)

describe('one figure printed otherwise', () => {
  test.each<[string, Book, string[]]>([
    ['a board sum, by rounding', at('Vårdnämnden/Vår ram', 'Plan 2026', '1 095,1'), []],
    [
      'a board sum',
      at('Vårdnämnden/Vår ram', 'Plan 2026', '1 105,0'),
      [
        'Summa anslag | Plan 2026 | 1132.3 / 1142.3 = -10 | figureItself',
        'Vår ram | Plan 2026 | 1105 / 1095 = 10 | figureItself',
      ],
    ],
    [
      'a sum of additions',
      at('Vårdnämnden/Vår ram', 'Tillägg 2025', '25,0'),
      ['Vår ram | Tillägg 2025 | 25 / 23 = 2 | sum'],
    ],
    [
      'an adjustment: the sum and the addition beside it',
      at('Vårdnämnden/Fler sköterskor', 'Budget 2025', '36,5'),
      [
        'Fler sköterskor | Tillägg 2025 | 30 / 36.5 = -6.5 | figureItself',
        'Vår ram | Budget 2025 | 1023 / 1029.5 = -6.5 | figureItself',
      ],
    ],
    [
      'a blank addition where the year has an amount',
      at('Vårdnämnden/Lägre avgift', 'Budget 2025', '12,0'),
      [
        'Lägre avgift | Budget 2025 | 12 / 0 = 12 | figureItself',
        'Vår ram | Budget 2025 | 1023 / 1035 = -12 | figureItself',
      ],
    ],
    [
      'the total',
      at('Summa anslag', 'Plan 2027', '1 200,0'),
      [
        'Summa anslag | Plan 2027 | 1200 / 1193.5 = 6.5 | sum',
        'Vårt resultat | Plan 2027 | 24 / 17.5 = 6.5 | sum',
      ],
    ],
    [
      'our result',
      at('Vårt resultat', 'Budget 2025', '44,0'),
      ['Vårt resultat | Budget 2025 | 44 / 42 = 2 | sum'],
    ],
    ['a blank result is not computed', at('Vårt resultat', 'Budget 2025', ''), []],
    ['−0 against a blank addition is agreement', at('Vårdnämnden/Lägre avgift', 'Budget 2025', '−0,0'), []],
  ])('%s', (_, changed, expected) => {
    expect(told(changed, ...rules)).toEqual(expected)
  })

  test('without a printed total the adjustments themselves are taken away', () => {
    const [only] = summary.tables
    const rows = only!.rows.filter(({ role }) => role !== 'adjustedTotal')
    const of = book([{ ...only!, rows }])
    expect(told(of, ...rules)).toEqual([])
    const [finding] = findings(
      reprinted(of, 'adjustmentSummary', 'Vårt resultat', 'Plan 2026', '37,0'),
      ...rules,
    )
    expect(finding?.parts.map(({ where, factor }) => `${factor} ${where.rowLabel}`)).toEqual([
      '1 Styrets resultat',
      '1 Skattehöjning',
      '-1 Fler sköterskor',
      '-1 Lägre avgift',
      '-1 Färre konsulter',
    ])
  })

  test('a board without adjustments counts with its base', () => {
    expect(outcomes(summary, 'adjustments.total')).toEqual([
      'Summa anslag | Budget 2025: holds',
      'Summa anslag | Plan 2026: holds',
      'Summa anslag | Plan 2027: holds',
    ])
  })
})
