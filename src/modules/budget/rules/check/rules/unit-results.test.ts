import { expect, test } from 'vitest'
import { book, line, ofWhich, reprinted, sum, table } from '../testing/book.fixture.ts'
import { outcomes, told } from '../testing/told.fixture.ts'

const years = 'Budget 2025 | Plan 2026'

const whole = book([
  table('resultRequirements', `Prognos 2024 | ${years}`, [
    line('Stockholm Film AB', 'resultRequirement', '1,0', '0,0', '0,0'),
    line('Skadekontot', 'resultRequirement', '2,0', '3,4', '15,0'),
    line('Fastighetsnämnden', 'resultRequirement', '400,0', '494,0', '625,0'),
    ofWhich('varav serviceförvaltningen', 'resultRequirement', '-55,1', '-79,0', '6,0'),
  ]),
  table('unitResult', years, [sum('Resultat', 'unitResult', '0', '0')], { body: 'Film Stockholm AB' }),
  table('unitResult', years, [sum('Resultat', 'unitResult', '3', '15')], { body: 'Skadekonto' }),
  table('unitResult', years, [sum('Resultat', 'unitResult', '494', '625')], { body: 'Fastighetsnämnden' }),
  table('unitResult', years, [sum('Resultat', 'unitResult', '-79', '6')], { body: 'Serviceförvaltningen' }),
  table('unitResult', years, [line('Medlemsbidrag', 'membershipContribution', '530', '1 862')], {
    body: 'Kommunalförbundet',
  }),
])

test('units are found however they are written', () => {
  expect(outcomes(whole, 'unitResults.requirement')).toEqual(
    Array.from({ length: 8 }, () => expect.stringMatching(/: holds$/u)),
  )
})

test.each([
  ['unitResult-Skadekonto', 'Plan 2026', '51', ['Resultat | Plan 2026 | 51 / 15 = 36 | equal']],
  [
    'unitResult-Serviceförvaltningen',
    'Budget 2025',
    '79',
    ['Resultat | Budget 2025 | 79 / -79 = 158 | signSlip'],
  ],
  ['unitResult-Skadekonto', 'Budget 2025', '4', ['Resultat | Budget 2025 | 4 / 3.4 = 0.6 | equal']],
  ['unitResult-Skadekonto', 'Budget 2025', '', []],
  ['unitResult-Film Stockholm AB', 'Plan 2026', '−0', []],
])('%s %s printed as "%s"', (table_, column, printed, expected) => {
  expect(told(reprinted(whole, table_, 'Resultat', column, printed), 'unitResults.requirement')).toEqual(
    expected,
  )
})
