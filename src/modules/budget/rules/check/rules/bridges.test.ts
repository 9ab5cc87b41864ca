import { describe, expect, test } from 'vitest'
import type { Book } from '../../book.ts'
import { book, line, ofWhich, reprinted, sum, table } from '../testing/book.fixture.ts'
import { findings, told } from '../testing/told.fixture.ts'

const years = 'Prognos 2024 | Budget 2025 | Plan 2026'

/** Three statements that meet in every bridge. */
const whole = book([
  table('incomeStatement', years, [
    line('Kostnader', 'operatingCosts', '-900', '-950', '-990'),
    line('Avskrivningar', 'depreciation', '-100', '-110', '-120'),
    sum('Nettokostnad', 'netCost', '-1 000', '-1 060', '-1 110'),
  ]),
  table('balanceSheet', years, [
    line('Finansiella', 'financialAssets', '50', '45', '45'),
    sum('Anläggningstillgångar', 'fixedAssets', '1 000', '1 090', '1 170'),
    line('Kassa', 'cashAndBank', '20', '25', '30'),
    sum('Omsättningstillgångar', 'currentAssets', '120', '132', '141'),
    sum('Avsättningar', 'provisions', '400', '430', '455'),
    line('Lån', 'longTermLoans', '300', '340', '330'),
    line('Kortfristiga', 'currentLiabilities', '90', '95', '93'),
  ]),
  table('cashFlow', years, [
    line('Ej likvida', 'nonCashItems', '0', '140', '145'),
    line('Lager', 'inventoryChange', '0', '-2', '-1'),
    line('Fordringar', 'currentReceivablesChange', '0', '-5', '-3'),
    line('Skulder', 'currentLiabilitiesChange', '0', '5', '-2'),
    sum('Löpande', 'operatingCashFlow', '150', '160', '165'),
    sum('Investeringar', 'investmentCashFlow', '-180', '-200', '-200'),
    line('Nya lån', 'newLoans', '0', '50', '0'),
    line('Amortering', 'amortisation', '0', '-5', '-8'),
    line('Långfristiga fordringar', 'longTermReceivablesChange', '0', '5', '0'),
    line('Leasing', 'leasingChange', '0', '-5', '-2'),
    line('Bidrag', 'grantsReceived', '30', '40', '35'),
  ]),
  table('financingBudget', years, [
    sum('Investeringar', 'investments', '180', '200', '200'),
    ofWhich('varav nya', 'newInvestments', '100', '120', '130'),
    line('Egen likviditet', 'ownLiquidityFinancing', '-150', '-160', '-165'),
    line('Medfinansiering', 'coFinancing', '-30', '-40', '-35'),
    line('Lån', 'loanFinancing', '0', '0', '0'),
  ]),
])

const bridges = [
  'bridge.nonCashItems',
  'bridge.fixedAssets',
  'bridge.debt',
  'bridge.currentLiabilities',
  'bridge.currentAssets',
  'bridge.financialAssets',
  'bridge.investments',
  'bridge.ownLiquidity',
  'bridge.coFinancing',
]

test('statements that meet give no finding', () => {
  expect(told(whole, ...bridges, 'financingBudget.balances')).toEqual([])
})

const at = (table_: string, row: string, column: string, printed: string): Book =>
  reprinted(whole, table_, row, column, printed)

describe('one statement that goes its own way is a warning', () => {
  test.each<[string, Book, string, string[]]>([
    [
      'non-cash items',
      at('cashFlow', 'Ej likvida', 'Plan 2026', '170'),
      'bridge.nonCashItems',
      ['Ej likvida | Plan 2026 | 170 / 145 = 25 | bridge'],
    ],
    [
      'fixed assets',
      at('balanceSheet', 'Anläggningstillgångar', 'Plan 2026', '1 195'),
      'bridge.fixedAssets',
      ['Anläggningstillgångar | Plan 2026 | 1195 / 1170 = 25 | bridge'],
    ],
    [
      'debt',
      at('balanceSheet', 'Lån', 'Plan 2026', '350'),
      'bridge.debt',
      ['Lån | Plan 2026 | 350 / 330 = 20 | bridge'],
    ],
    [
      'short-term liabilities',
      at('cashFlow', 'Skulder', 'Plan 2026', '8'),
      'bridge.currentLiabilities',
      ['Skulder | Plan 2026 | 8 / -2 = 10 | bridge'],
    ],
    [
      'stocks and claims',
      at('cashFlow', 'Lager', 'Plan 2026', '-9'),
      'bridge.currentAssets',
      ['Fordringar | Plan 2026 | -3 / 5 = -8 | bridge'],
    ],
    [
      'long-term claims',
      at('cashFlow', 'Långfristiga fordringar', 'Plan 2026', '9'),
      'bridge.financialAssets',
      ['Långfristiga fordringar | Plan 2026 | 9 / 0 = 9 | bridge'],
    ],
    [
      'investments',
      at('financingBudget', 'Investeringar', 'Plan 2026', '220'),
      'bridge.investments',
      ['Investeringar | Plan 2026 | 220 / 200 = 20 | bridge'],
    ],
    [
      'own liquidity',
      at('financingBudget', 'Egen likviditet', 'Plan 2026', '-178'),
      'bridge.ownLiquidity',
      ['Egen likviditet | Plan 2026 | -178 / -165 = -13 | bridge'],
    ],
    [
      'co-financing',
      at('financingBudget', 'Medfinansiering', 'Plan 2026', '-48'),
      'bridge.coFinancing',
      ['Medfinansiering | Plan 2026 | -48 / -35 = -13 | bridge'],
    ],
    [
      'a last digit apart',
      at('financingBudget', 'Egen likviditet', 'Plan 2026', '-166'),
      'bridge.ownLiquidity',
      [],
    ],
    ['a blank', at('financingBudget', 'Egen likviditet', 'Plan 2026', ''), 'bridge.ownLiquidity', []],
  ])('%s', (_, of, rule, expected) => {
    expect(told(of, rule)).toEqual(expected)
    expect(
      findings(of, rule).every(({ severity, class: kind }) => severity === 'warning' && kind === 'bridge'),
    ).toBe(true)
  })

  test('costs printed without their sign are costs all the same', () => {
    const of = at('incomeStatement', 'Avskrivningar', 'Budget 2025', '110')
    const turned = reprinted(
      reprinted(of, 'incomeStatement', 'Avskrivningar', 'Plan 2026', '120'),
      'incomeStatement',
      'Avskrivningar',
      'Prognos 2024',
      '100',
    )
    expect(told(turned, 'bridge.nonCashItems', 'bridge.fixedAssets')).toEqual([])
  })

  test('an item that is missing here and too much there is named', () => {
    const of = reprinted(
      at('cashFlow', 'Ej likvida', 'Plan 2026', '3 798'),
      'balanceSheet',
      'Anläggningstillgångar',
      'Plan 2026',
      '-2 483',
    )
    const found = findings(of, 'bridge.nonCashItems', 'bridge.fixedAssets', 'incomeStatement.sums')
    expect(found.map(({ explanation }) => explanation?.key)).toEqual([
      'check.explain.oppositeElsewhere',
      'check.explain.oppositeElsewhere',
    ])
    expect(new Set(found.map(({ cause }) => cause)).size).toBe(1)
  })
})

describe('what is compared only where the document counts alike', () => {
  test('a bridge that holds in no year is not said', () => {
    const of = ['Prognos 2024', 'Budget 2025', 'Plan 2026'].reduce(
      (all, year) => reprinted(all, 'financingBudget', 'Egen likviditet', year, '-77'),
      whole,
    )
    expect(told(of, 'bridge.ownLiquidity')).toEqual([])
  })

  test('co-financing one year out of step is said of the years that show it', () => {
    const shifted = reprinted(
      reprinted(
        reprinted(whole, 'financingBudget', 'Medfinansiering', 'Prognos 2024', '-280'),
        'financingBudget',
        'Medfinansiering',
        'Budget 2025',
        '-30',
      ),
      'financingBudget',
      'Medfinansiering',
      'Plan 2026',
      '-40',
    )
    expect(told(shifted, 'bridge.coFinancing')).toEqual([
      'Medfinansiering | Budget 2025 | -30 / -40 = 10 | shiftedColumn',
      'Medfinansiering | Plan 2026 | -40 / -35 = -5 | shiftedColumn',
    ])
  })
})

describe('investments are paid for', () => {
  test.each<[string, string, string[]]>([
    ['in full', '-35', []],
    ['within rounding', '-36', []],
    ['not in full', '-25', ['Investeringar | Plan 2026 | 200 / 190 = 10 | sum']],
    ['a blank source pays nothing', '', ['Investeringar | Plan 2026 | 200 / 165 = 35 | sum']],
  ])('%s', (_, printed, expected) => {
    expect(
      told(
        reprinted(whole, 'financingBudget', 'Medfinansiering', 'Plan 2026', printed),
        'financingBudget.balances',
      ),
    ).toEqual(expected)
  })

  test('sources may be printed without a minus', () => {
    const of = book([
      table('financingBudget', 'Budget 2025', [
        sum('Investeringar', 'investments', '200'),
        line('Egna medel', 'ownLiquidityFinancing', '150'),
        line('Gåva', null, '50'),
      ]),
    ])
    expect(told(of, 'financingBudget.balances')).toEqual([])
  })
})
