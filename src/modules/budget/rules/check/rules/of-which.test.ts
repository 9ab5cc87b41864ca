import { describe, expect, test } from 'vitest'
import { book, line, ofWhich, table, type RowOf } from '../testing/book.fixture.ts'
import { findings, outcomes, told } from '../testing/told.fixture.ts'
import type { TableKind } from '../../book.ts'

const years = 'Budget 2025 | Plan 2026 | Plan 2027'

const equalisation = (last: string): RowOf[] => [
  line('Utjämning', 'equalisation', '-4 095', '-4 039', '-5 436'),
  ofWhich('inkomst', 'incomeEqualisation', '-2 803', '-3 289', '-3 143'),
  ofWhich('kostnad', 'costEqualisation', '-2 332', '-2 296', '-3 153'),
  ofWhich('reglering', 'regulationItem', '1 040', '1 546', last),
]

describe('of-which rows that claim to be all of their row', () => {
  test.each([
    ['860', 'holds'],
    ['859', 'rounding'],
    ['950', 'finding'],
    ['', 'finding'],
  ])('the last part printed as "%s": %s', (last, outcome) => {
    const found = outcomes(book([table('taxRevenue', years, equalisation(last))]), 'ofWhich.sum')
    expect(found).toContain(`Utjämning | Plan 2027: ${outcome}`)
  })

  test('with a line of its own that is a part: the line is named', () => {
    const of = book([
      table('resultRequirements', years, [
        line('Trafiknämnden', null, '-254', '180', '904'),
        ofWhich('varav förvaltning', null, '45', '63', '112'),
        line('Bolaget', null, '-299', '117', '700'),
      ]),
    ])
    const [finding] = findings(of, 'ofWhich.sum')
    expect(finding?.parts.map(({ where }) => where.rowLabel)).toContain('Bolaget')
    expect(finding?.difference?.toString()).toBe('92')
  })
})

describe('a part is not larger than its whole', () => {
  test.each<[string, TableKind, RowOf[], string[]]>([
    [
      'larger',
      'unitResult',
      [
        line('Intäkter', 'unitIncome', '14 212', '14 813', '14 813'),
        ofWhich('varav anslag', 'appropriationIncome', '13 760', '14 864', '15 345'),
      ],
      [
        'varav anslag | Plan 2026 | 14864 / 14813 = 51 | partLargerThanWhole',
        'varav anslag | Plan 2027 | 15345 / 14813 = 532 | partLargerThanWhole',
      ],
    ],
    [
      'larger by rounding',
      'unitResult',
      [
        line('Intäkter', 'unitIncome', '163', '190', '220'),
        ofWhich('varav anslag', 'appropriationIncome', '164', '190', '220'),
      ],
      [],
    ],
    [
      'negative costs compare by size',
      'unitResult',
      [
        line('Kostnader', 'unitCosts', '-100', '-100', '-100'),
        ofWhich('varav hyra', 'unitCostLine', '-50', '-120', '-50'),
      ],
      ['varav hyra | Plan 2026 | -120 / -100 = -20 | partLargerThanWhole'],
    ],
    [
      'results net and may have larger parts',
      'resultRequirements',
      [line('Bolaget', null, '-408', '117', '50'), ofWhich('varav dotter', null, '199', '200', '300')],
      [],
    ],
    [
      'a part with the other sign nets',
      'unitResult',
      [
        line('Kostnader', 'unitCosts', '-100', '-100', '-100'),
        ofWhich('varav återbetalning', 'unitCostLine', '150', '10', '10'),
      ],
      [],
    ],
    [
      'blanks and −0 are no amounts',
      'unitResult',
      [
        line('Intäkter', 'unitIncome', '−0', '', '10'),
        ofWhich('varav anslag', 'appropriationIncome', '0', '5', '5'),
      ],
      [],
    ],
  ])('%s', (_, kind, rows, expected) => {
    expect(told(book([table(kind, years, rows)]), 'ofWhich.part')).toEqual(expected)
  })
})
