import { describe, expect, test } from 'vitest'
import type { Book } from '../../book.ts'
import { book, line, reprinted, sum, table } from '../testing/book.fixture.ts'
import { findings, told } from '../testing/told.fixture.ts'

const years = 'Utfall 2023 | Prognos 2024 | Budget 2025 | Plan 2026'

const whole = book([
  table('cashFlow', years, [
    sum('Årets kassaflöde', 'cashFlowOfTheYear', '1 397', '-1 650', '-293', '−0'),
    line('Vid årets början', 'openingCash', '2 766', '4 163', '2 513', '2 220'),
    sum('Vid årets slut', 'closingCash', '4 163', '2 513', '2 220', '2 220'),
  ]),
  table('balanceSheet', years, [line('Kassa och bank', 'cashAndBank', '4 163', '2 513', '2 220', '2 220')]),
])

const rules = [
  'cashFlow.closing',
  'cashFlow.nextOpening',
  'cashFlow.balanceSheet',
  'cashFlow.openingBalanceSheet',
]
const at = (table_: string, row: string, column: string, printed: string): Book =>
  reprinted(whole, table_, row, column, printed)

describe('cash from year to year', () => {
  test.each<[string, Book, string[]]>([
    ['agrees; a flow of −0 closes where it opened', whole, []],
    ['a last digit apart is rounding', at('cashFlow', 'Vid årets slut', 'Budget 2025', '2 221'), []],
    [
      'an end that stands alone',
      at('cashFlow', 'Vid årets slut', 'Utfall 2023', '4 741'),
      [
        'Vid årets slut | Utfall 2023 | 4741 / 4163 = 578 | closingAlone',
        'Vid årets slut | Utfall 2023 | 4741 / 4163 = 578 | figureItself',
        'Vid årets slut | Utfall 2023 | 4741 / 4163 = 578 | figureItself',
      ],
    ],
    [
      'a beginning that stands alone',
      at('cashFlow', 'Vid årets början', 'Plan 2026', '2 022'),
      [
        'Vid årets början | Plan 2026 | 2022 / 2220 = -198 | figureItself',
        'Vid årets slut | Budget 2025 | 2220 / 2022 = 198 | figureItself',
        'Vid årets slut | Plan 2026 | 2220 / 2022 = 198 | figureItself',
      ],
    ],
    [
      'a flow',
      at('cashFlow', 'Årets kassaflöde', 'Budget 2025', '293'),
      ['Vid årets slut | Budget 2025 | 2220 / 2806 = -586 | signSlip'],
    ],
    ['a blank end', at('cashFlow', 'Vid årets slut', 'Utfall 2023', ''), []],
  ])('%s', (_, of, expected) => {
    expect(told(of, ...rules)).toEqual(expected)
  })

  test('one figure that is off everywhere has one cause', () => {
    const found = findings(at('cashFlow', 'Vid årets slut', 'Utfall 2023', '4 741'), ...rules)
    expect(new Set(found.map(({ cause }) => cause)).size).toBe(1)
  })
})
