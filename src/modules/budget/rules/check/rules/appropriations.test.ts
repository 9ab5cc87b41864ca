import { describe, expect, test } from 'vitest'
import type { Book, Table } from '../../book.ts'
import { book, line, ofWhich, reprinted, section, sum, table } from '../testing/book.fixture.ts'
import { findings, outcomes, told } from '../testing/told.fixture.ts'

const years = 'Budget 2024 | Budget 2025 | Plan 2026'

const appropriations = table('appropriations', years, [
  line('Vårdnämnden', 'appropriation', '960,0', '1 023,0', '1 095,0'),
  line('Trafiknämnden', 'appropriation', '480,0', '505,4', '520,5'),
  ofWhich('varav trafikförvaltningen', 'appropriation', '400,0', '420,4', '430,5'),
  ofWhich('varav färdtjänstverksamheten', 'appropriation', '80,0', '85,0', '90,0'),
  line('Revisorskollegiet', 'appropriation', '39,5', '41,5', '42,5'),
])

const summary = table('adjustmentSummary', 'Budget 2025 | Plan 2026', [
  section(
    'Vårdnämnden',
    line('Bas', 'baseProposal', '1 000,0', '1 050,0'),
    line('Mer vård', 'adjustment', '23,0', '45,0'),
    sum('Summa', 'adjustedSum', '1 023,0', '1 095,0'),
  ),
  section(
    'Trafiknämnden',
    line('Bas', 'baseProposal', '505,4', '510,5'),
    line('Fria resor', 'adjustment', '', '10,0'),
    sum('Summa', 'adjustedSum', '505,4', '520,5'),
  ),
  section('Revisorskollegiet', line('Bas', 'baseProposal', '41,5', '42,5')),
  sum('Summa anslag', 'adjustedTotal', '1 569,9', '1 658,0'),
])

function unit(body: string, ...figures: string[]): Table {
  return table(
    'unitResult',
    years,
    [
      line('Intäkter', 'unitIncome', '5 000', '5 000', '5 000'),
      ofWhich('varav anslag', 'appropriationIncome', ...figures),
      line('Kostnader', 'unitCosts', '-5 000', '-5 000', '-5 000'),
      sum('Resultat', 'unitResult', '0', '0', '0'),
    ],
    { body },
  )
}

const whole = book([
  appropriations,
  summary,
  unit('Vårdnämnden', '960', '1 023', '1 095'),
  unit('Trafiknämnden inkl FUT', '480', '505', '521'),
  unit('Färdtjänstverksamhet', '80', '85', '90'),
  unit('Revisorskontoret', '40', '42', '43'),
])

const rules = [
  'appropriations.summary',
  'appropriations.complete',
  'appropriations.total',
  'appropriations.unit',
]

test('what agrees gives no finding; 505,4 in whole numbers is 505', () => {
  expect(told(whole, ...rules)).toEqual([])
  expect(outcomes(whole, 'appropriations.unit')).toContain('varav anslag | Budget 2025: holds')
})

test('a unit is found by its inflected name, its short name or its very amounts', () => {
  expect(outcomes(whole, 'appropriations.unit')).toHaveLength(12)
})

describe('what differs', () => {
  const mirrored = reprinted(
    reprinted(whole, 'appropriations', 'Vårdnämnden', 'Plan 2026', '1 105,0'),
    'appropriations',
    'Trafiknämnden',
    'Plan 2026',
    '510,5',
  )

  test.each<[string, Book, string[]]>([
    [
      'an appropriation, by rounding',
      reprinted(whole, 'appropriations', 'Vårdnämnden', 'Budget 2025', '1 023,1'),
      [],
    ],
    [
      'an appropriation',
      reprinted(whole, 'appropriations', 'Revisorskollegiet', 'Plan 2026', '45,5'),
      [
        'Revisorskollegiet | Plan 2026 | 45.5 / 42.5 = 3 | figureItself',
        'Summa anslag | Plan 2026 | 1658 / 1661 = -3 | totalDiffers',
        'varav anslag | Plan 2026 | 43 / 45.5 = -2.5 | figureItself',
      ],
    ],
    [
      'a unit',
      reprinted(whole, 'unitResult-Färdtjänstverksamhet', 'varav anslag', 'Budget 2025', '58'),
      ['varav anslag | Budget 2025 | 58 / 85 = -27 | equal'],
    ],
    [
      'two boards in a year',
      mirrored,
      [
        'Trafiknämnden | Plan 2026 | 510.5 / 520.5 = -10 | equal',
        'Vårdnämnden | Plan 2026 | 1105 / 1095 = 10 | equal',
        'varav anslag | Plan 2026 | 1095 / 1105 = -10 | equal',
        'varav anslag | Plan 2026 | 521 / 510.5 = 10.5 | equal',
      ],
    ],
  ])('%s', (_, of, expected) => {
    expect(told(of, ...rules)).toEqual(expected)
  })

  test('a board without a row in the summary is missing, and the total says by how much it falls short', () => {
    const of = book([
      appropriations,
      { ...summary, rows: summary.rows.filter(({ section: name }) => name !== 'Revisorskollegiet') },
    ])
    const short = reprinted(
      reprinted(of, 'adjustmentSummary', 'Summa anslag', 'Budget 2025', '1 528,4'),
      'adjustmentSummary',
      'Summa anslag',
      'Plan 2026',
      '1 615,5',
    )
    const found = findings(short, ...rules)
    expect(told(short, ...rules)).toEqual([
      'Revisorskollegiet | – | 41.5 | boardMissingInSummary',
      'Summa anslag | Budget 2025 | 1528.4 / 1569.9 = -41.5 | totalWithout',
      'Summa anslag | Plan 2026 | 1615.5 / 1658 = -42.5 | totalWithout',
    ])
    expect(new Set(found.map(({ cause }) => cause)).size).toBe(1)
  })

  test('a board without an appropriation is missing there', () => {
    const of = book([{ ...appropriations, rows: appropriations.rows.slice(1) }, summary])
    expect(told(of, 'appropriations.complete')).toEqual(['Summa | – | 1023 | boardMissingInAppropriations'])
  })

  test('a board with nothing but zeros is missing nowhere', () => {
    const rows = [
      ...appropriations.rows,
      {
        ...appropriations.rows[0]!,
        key: 'Valnämnden',
        label: 'Valnämnden',
        cells: ['0,0', '0,0', '0,0'].map((printed) => ({
          ...appropriations.rows[0]!.cells[0]!,
          printed,
          value: appropriations.rows[0]!.cells[0]!.value!.times(0),
        })),
      },
    ]
    expect(told(book([{ ...appropriations, rows }, summary]), 'appropriations.complete')).toEqual([])
  })

  test('abbreviated boards are the same boards', () => {
    const rows = appropriations.rows.map((row) =>
      row.label === 'Vårdnämnden' ? { ...row, label: 'Hälso- och sjukvårdsnämnden', key: 'h' } : row,
    )
    const short = {
      ...summary,
      rows: summary.rows.map((row) => (row.section === 'Vårdnämnden' ? { ...row, section: 'HSN' } : row)),
    }
    expect(told(book([{ ...appropriations, rows }, short]), ...rules)).toEqual([])
  })
})

const costs = (rent: string): Table =>
  table(
    'unitResult',
    years,
    [
      line('Intäkter', 'unitIncome', '600', '620', '640'),
      ofWhich('varav anslag', 'appropriationIncome', '480', '505', '521'),
      line('Kostnader', 'unitCosts', '-600', '-620', '-640'),
      ofWhich('varav trafikförvaltningen', 'unitCostLine', '-400', '-420', rent),
      ofWhich('varav färdtjänstverksamheten', 'unitCostLine', '-80', '-85', '-90'),
      sum('Resultat', 'unitResult', '0', '0', '0'),
    ],
    { body: 'Trafiknämnden' },
  )

describe('parts of an appropriation as costs of the unit', () => {
  test.each([
    ['-430', []],
    ['-431', []],
    ['-440', ['varav trafikförvaltningen | Plan 2026 | -440 / -430.5 = -9.5 | equal']],
  ])('the last printed as %s', (rent, expected) => {
    expect(told(book([appropriations, costs(rent)]), 'appropriations.costPart')).toEqual(expected)
  })
})
