import { describe, expect, test } from 'vitest'
import { book, line, ofWhich, section, sum, table, type RowOf } from '../testing/book.fixture.ts'
import { told } from '../testing/told.fixture.ts'
import type { TableKind } from '../../book.ts'

const years = 'Utfall 2023 | Budget 2025 | Plan 2026'

describe('sums of each kind of table', () => {
  test.each<[string, TableKind, (RowOf | RowOf[])[], string[]]>([
    [
      'incomeStatement.sums',
      'incomeStatement',
      [
        line('Verksamhetens intäkter', 'operatingIncome', '100', '110', '120'),
        line('Personal', 'personnelCosts', '-60', '-65', '-66'),
        line('Övrigt', 'otherCosts', '-50', '-51', '-53'),
        sum('Verksamhetens kostnader', 'operatingCosts', '-110', '-116', '-129'),
        line('Avskrivningar', 'depreciation', '-10', '-11', '-12'),
        sum('Nettokostnader', 'netCost', '-20', '-17', '-21'),
      ],
      ['Verksamhetens kostnader | Plan 2026 | -129 / -119 = -10 | sum'],
    ],
    [
      'taxRevenue.sums',
      'taxRevenue',
      [
        line('Skatt', 'taxRevenue', '90', '95', '99'),
        line('Bidrag', 'generalGrants', '7', '8', '9'),
        ofWhich('varav läkemedel', 'pharmaceuticalGrant', '7', '8', '9'),
        line('Utjämning', 'equalisation', '-4', '-5', '-6'),
        sum('Samlade', 'totalTaxRevenue', '93', '103', '102'),
      ],
      ['Samlade | Budget 2025 | 103 / 98 = 5 | sum'],
    ],
    [
      'appropriations.sums',
      'appropriations',
      [
        line('Vårdnämnden', 'appropriation', '50,0', '52,0', '54,0'),
        line('Kulturnämnden', 'appropriation', '5,0', '5,2', '5,4'),
        sum('Summa', 'appropriationTotal', '55,0', '57,2', '60,4'),
      ],
      ['Summa | Plan 2026 | 60.4 / 59.4 = 1 | sum'],
    ],
    [
      'resultRequirements.sums',
      'resultRequirements',
      [
        section(
          'Vård',
          line('Sjukhus A', null, '54', '44', '44'),
          line('Sjukhus B', null, '26', '23', '24'),
          sum('Vård totalt', 'sectionTotal', '80', '67', '68'),
        ),
        line('Koncernfinansiering', 'groupFinancing', '-100', '-50', '-40'),
        sum('Totalt', 'grandTotal', '-20', '71', '28'),
      ],
      ['Totalt | Budget 2025 | 71 / 17 = 54 | sum'],
    ],
    [
      'unitResults.sums',
      'unitResult',
      [
        line('Intäkter', 'unitIncome', '394', '428', '427'),
        line('Kostnader', 'unitCosts', '-390', '-425', '-404'),
        sum('Resultat', 'unitResult', '4', '3', '3'),
      ],
      ['Resultat | Plan 2026 | 3 / 23 = -20 | sum'],
    ],
    [
      'sensitivity.sums',
      'sensitivityAnalysis',
      [
        line('Lön', 'personnelCosts', '-100', '-200', '-300'),
        line('Ränta', 'interestCosts', '-10', '-20', '-30'),
        sum('Kostnader', 'totalCosts', '-110', '-250', '-330'),
      ],
      ['Kostnader | Budget 2025 | -250 / -220 = -30 | sum'],
    ],
    [
      'balanceSheet.sums',
      'balanceSheet',
      [
        line('Mark', 'tangibleAssets', '100', '110', '120'),
        line('Aktier', 'financialAssets', '10', '11', '12'),
        sum('Anläggning', 'fixedAssets', '110', '121', '132'),
        line('Fordringar', 'currentReceivables', '5', '5', '5'),
        line('Kassa', 'cashAndBank', '4', '5', '6'),
        sum('Omsättning', 'currentAssets', '9', '10', '11'),
        sum('Tillgångar', 'totalAssets', '119', '131', '134'),
      ],
      ['Tillgångar | Plan 2026 | 134 / 143 = -9 | sum'],
    ],
    [
      'cashFlow.sums',
      'cashFlow',
      [
        line('Årets resultat', 'resultOfTheYear', '10', '20', '30'),
        line('Ej likvida', 'nonCashItems', '50', '51', '52'),
        sum('Medel', 'fundsBeforeWorkingCapital', '60', '71', '82'),
        line('Förråd', 'inventoryChange', '1', '2', '3'),
        sum('Löpande', 'operatingCashFlow', '61', '78', '85'),
        line('Investering', 'tangibleInvestments', '-40', '-41', '-42'),
        sum('Investeringar', 'investmentCashFlow', '-40', '-41', '-42'),
        sum('Årets kassaflöde', 'cashFlowOfTheYear', '21', '37', '43'),
      ],
      ['Löpande | Budget 2025 | 78 / 73 = 5 | sum'],
    ],
    [
      'financingBudget.sums',
      'financingBudget',
      [
        line('Nya', 'newInvestments', '10', '11', '12'),
        line('Ersättning', 'replacementInvestments', '20', '21', '22'),
        sum('Totalt', null, '30', '37', '34'),
      ],
      ['Totalt | Budget 2025 | 37 / 32 = 5 | sum'],
    ],
    [
      'table.sums',
      'other',
      [line('A', null, '1', '2', '3'), line('B', null, '4', '5', '6'), sum('S', null, '5', '7', '12')],
      ['S | Plan 2026 | 12 / 9 = 3 | sum'],
    ],
  ])('%s', (rule, kind, rows, expected) => {
    expect(told(book([table(kind, years, rows)]), rule)).toEqual(expected)
  })

  test('change columns in money add up as well; per cent do not', () => {
    const rows = [
      line('A', null, '10', '20', '10', '100 %'),
      line('B', null, '5', '6', '1', '20 %'),
      sum('S', null, '15', '26', '12', '73 %'),
    ]
    const of = book([
      table(
        'other',
        'Budget 2024 | Budget 2025 | Förändring Budget 2024 > Budget 2025 | Förändring Budget 2025 > Budget 2024',
        rows,
      ),
    ])
    expect(told(of, 'table.sums')).toEqual([])
  })

  test('a sum past rebuilding is said once, as a warning; not in a table nobody knows the kind of', () => {
    const rows = [
      line('A', null, '10', '20', '30'),
      line('B', null, '5', '6', '7'),
      sum('Summa', null, '99', '88', '77'),
    ]
    expect(told(book([table('balanceSheet', years, rows)]), 'balanceSheet.sums')).toEqual([
      'Summa | – | – | cannotBeRebuilt',
    ])
    expect(told(book([table('other', years, rows)]), 'table.sums')).toEqual([])
  })
})
