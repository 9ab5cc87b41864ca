import { describe, expect, test } from 'vitest'
import type { Book } from '../../book.ts'
import { book, line, reprinted, section, sum, table } from '../testing/book.fixture.ts'
import { findings } from '../testing/told.fixture.ts'

const years = 'Utfall 2023 | Prognos 2024 | Budget 2025 | Plan 2026'

/** What is said of the only finding: the explanation and what it names. */
function said(of: Book, ...rules: string[]): unknown {
  return findings(of, ...rules).map(({ explanation }) => {
    const { row, column, other, meant, amount } = explanation?.params ?? {}
    const named = [row, column, other, meant?.toString(), amount?.toString()].filter(
      (each) => each !== undefined,
    )
    return [explanation?.key.replace('check.explain.', ''), ...named].join(' | ')
  })
}

/** A table whose sums agree in every column. */
const whole = book([
  table('other', years, [
    line('Vård', null, '41 237', '42 318', '43 562', '44 876'),
    line('Trafik', null, '13 994', '14 212', '14 813', '15 345'),
    line('Kultur', null, '587', '649', '667', '688'),
    sum('Summa', null, '55 818', '57 179', '59 042', '60 909'),
    line('Arvoden', null, '204', '205', '210', '212'),
    line('Resor', null, '31', '37', '39', '41'),
    sum('Totalt', null, '56 053', '57 421', '59 291', '61 162'),
  ]),
])
const at = (row: string, column: string, printed: string): Book =>
  reprinted(whole, 'other', row, column, printed)
const allYears = (row: string, ...printed: string[]): Book =>
  printed.reduce(
    (of, figure, index) => reprinted(of, 'other', row, years.split(' | ')[index] ?? '', figure),
    whole,
  )

describe('what the arithmetic shows of a sum', () => {
  test.each<[string, Book, string[]]>([
    ['nothing', at('Vård', 'Plan 2026', '44 800'), ['sum | Summa | Vård']],
    ['a sign', at('Kultur', 'Plan 2026', '-688'), ['signSlip | Kultur | Plan 2026 | 688']],
    ['thousands', at('Kultur', 'Budget 2025', '667 000'), ['unitSlip | Kultur | Budget 2025 | 667']],
    [
      'two digits',
      at('Trafik', 'Budget 2025', '14 183'),
      ['transposedDigits | Trafik | Budget 2025 | 14813'],
    ],
    ['the figure beside it', at('Trafik', 'Budget 2025', '14 212'), ['sum | Summa | Vård']],
    [
      'a row left out, in one column',
      at('Summa', 'Budget 2025', '58 375'),
      ['rowLeftOut | Kultur | 667', 'figureItself | Summa | Budget 2025 | 59042'],
    ],
    [
      'a row left out in two columns, small as it is',
      reprinted(at('Totalt', 'Budget 2025', '59 252'), 'other', 'Totalt', 'Plan 2026', '61 121'),
      ['rowLeftOut | Resor | 39', 'rowLeftOut | Resor | 41'],
    ],
    ['a row counted twice', at('Totalt', 'Budget 2025', '118 333'), ['rowCountedTwice | Summa | 59042']],
    ['a round amount is chance', at('Totalt', 'Budget 2025', '59 301'), ['sum | Totalt | Summa']],
    [
      'a stray cell of another table',
      {
        ...at('Totalt', 'Budget 2025', '61 328'),
        tables: [
          ...at('Totalt', 'Budget 2025', '61 328').tables,
          table('other', 'Plan 2027', [line('Koalitionens resultat', null, '2 037')], { key: 'b' }),
        ],
      },
      ['strayCell | Koalitionens resultat | Plan 2027 | 2037'],
    ],
    [
      'two stray cells with the amount are none',
      {
        ...at('Totalt', 'Budget 2025', '61 328'),
        tables: [
          ...at('Totalt', 'Budget 2025', '61 328').tables,
          table('other', 'Plan 2027', [line('A', null, '2 037')], { key: 'b' }),
          table('other', 'Plan 2027', [line('B', null, '2 037')], { key: 'c' }),
        ],
      },
      ['sum | Totalt | Summa'],
    ],
  ])('%s', (_, of, expected) => {
    const relevant = (said(of, 'table.sums') as string[]).filter(
      (each) => expected.length > 1 || !each.includes('| Totalt |') || expected[0]?.includes('Totalt'),
    )
    expect(relevant.sort()).toEqual(expected.sort())
  })
})

/** A flow and current assets of Budget 2025, each the sum of its rows in the other years. */
const flowAndAssets = (flow: string, assets: string): Book =>
  book([
    table('cashFlow', years, [
      line('Arvoden och resor', null, '10', '20', '30', '40'),
      line('Räntor', null, '1', '2', '3', '4'),
      sum('Kassaflöde', 'operatingCashFlow', '11', '22', flow, '44'),
    ]),
    table('balanceSheet', years, [
      line('Fordringar', 'currentReceivables', '100', '200', '300', '400'),
      line('Kassa', 'cashAndBank', '5', '6', '7', '8'),
      sum('Summa omsättningstillgångar', 'currentAssets', '105', '206', assets, '408'),
    ]),
  ])

describe('what other tables show', () => {
  test.each([
    ['the same difference the same year', flowAndAssets('3 685', '3 959'), 'sameElsewhere'],
    ['the same amount with the other sign', flowAndAssets('3 685', '-3 345'), 'oppositeElsewhere'],
  ])('%s', (_, of, key) => {
    expect((said(of, 'cashFlow.sums', 'balanceSheet.sums') as string[]).toSorted()).toEqual([
      `${key} | Kassaflöde`,
      `${key} | Summa omsättningstillgångar`,
    ])
  })
})

describe('what several columns show', () => {
  test('the same difference has one cause', () => {
    const of = allYears('Totalt', '56 153', '57 521', '59 391', '61 162')
    expect(said(of, 'table.sums')).toEqual(Array.from({ length: 3 }, () => 'sameDifference | Totalt'))
    expect(new Set(findings(of, 'table.sums').map(({ cause }) => cause)).size).toBe(1)
  })
})

const boards = (first: string, second: string): Book =>
  book([
    table('appropriations', 'Budget 2025 | Plan 2026', [
      line('Vårdnämnden', 'appropriation', '110,0', '120,0'),
      line('Kulturnämnden', 'appropriation', first, second),
    ]),
    table('adjustmentSummary', 'Budget 2025 | Plan 2026', [
      section(
        'Vårdnämnden',
        line('Bas', 'baseProposal', '90,0', '100,0'),
        line('Mer', 'adjustment', '10,0', '10,0'),
        sum('Summa', 'adjustedSum', '100,0', '110,0'),
      ),
      section(
        'Kulturnämnden',
        line('Bas', 'baseProposal', '40,0', '40,0'),
        line('Mer', 'adjustment', '20,0', '30,0'),
        sum('Summa', 'adjustedSum', '60,0', '70,0'),
      ),
    ]),
  ])

const two = (first: string[], second: string[], columns = years): Book =>
  book([
    table('cashFlow', columns, [sum('Årets kassa', 'closingCash', ...first)]),
    table('balanceSheet', columns, [line('Kassa', 'cashAndBank', ...second)]),
  ])

describe('what one figure against another shows', () => {
  test.each<[string, Book, string[]]>([
    [
      'one year out of step',
      two(['4 163', '4 163', '2 513', '2 220'], ['4 163', '2 513', '2 220', '2 239']),
      ['shiftedColumn', 'shiftedColumn', 'shiftedColumn'],
    ],
    [
      'the forecast where the budget belongs',
      two(['4 163', '2 513'], ['4 163', '2 715'], 'Prognos 2025 | Budget 2025'),
      ['equal'],
    ],
    [
      'the forecast where the budget belongs, in a book',
      two(['2 513', '2 513'], ['2 513', '2 715'], 'Prognos 2025 | Budget 2025'),
      ['mixedColumns'],
    ],
    [
      'the figure beside it',
      two(['4 163', '4 163', '2 220', '2 239'], ['4 163', '2 513', '2 220', '2 239']),
      ['copiedColumn'],
    ],
  ])('%s', (_, of, expected) => {
    expect(
      findings(of, 'cashFlow.balanceSheet').map(({ explanation }) =>
        explanation?.key.replace('check.explain.', ''),
      ),
    ).toEqual(expected)
  })

  test('two boards that mirror each other name each other and have one cause', () => {
    const found = findings(boards('50,0', '60,0'), 'appropriations.summary')
    expect(
      found.map(({ explanation, where }) => [where.rowLabel, explanation?.key, explanation?.params['other']]),
    ).toEqual([
      ['Kulturnämnden', 'check.explain.mirrored', 'Vårdnämnden'],
      ['Kulturnämnden', 'check.explain.mirrored', 'Vårdnämnden'],
      ['Vårdnämnden', 'check.explain.mirrored', 'Kulturnämnden'],
      ['Vårdnämnden', 'check.explain.mirrored', 'Kulturnämnden'],
    ])
    expect(new Set(found.map(({ cause }) => cause)).size).toBe(1)
    const apart = findings(boards('50,0', '51,0'), 'appropriations.summary')
    expect(apart.every(({ explanation }) => explanation?.key !== 'check.explain.mirrored')).toBe(true)
  })
})
