import type { Book } from '../../book.ts'
import { book, line, memo, ofWhich, section, sum, table } from './book.fixture.ts'

/**
 * A small book of what the municipality and the region do not print: a statement that stands twice, a tax base beside
 * tax steps, a financing budget with a sum, a table of no known kind.
 */
export const lesserBook: Book = book([
  table('incomeStatement', 'Budget 2025 | Plan 2026 | Plan 2027', [
    line('Verksamhetens intäkter', 'operatingIncome', '1 200', '1 230', '1 260'),
    line('Verksamhetens kostnader', 'operatingCosts', '-5 140', '-5 260', '-5 390'),
    sum('Nettokostnad', 'netCost', '-3 940', '-4 030', '-4 130'),
    line('Skatteintäkter', 'taxRevenue', '4 000', '4 100', '4 200'),
    sum('Årets resultat', 'resultOfTheYear', '60', '70', '70'),
  ]),
  table(
    'incomeStatement',
    'Budget 2025 | Plan 2026 | Plan 2027',
    [
      line('Verksamhetens intäkter', 'operatingIncome', '1 200', '1 230', '1 260'),
      line('Skatteintäkter', 'taxRevenue', '4 000', '4 100', '4 200'),
      sum('Årets resultat', 'resultOfTheYear', '60', '70', '70'),
    ].map((each) => ({ ...each, kind: 'memo' as const })),
    { key: 'appendix' },
  ),
  table('taxRevenue', 'Budget 2025 | Plan 2026 | Plan 2027', [
    memo('Skatteunderlag', 'taxBase', '20 000', '20 500', '21 000'),
  ]),
  table('adjustmentSummary', 'Budget 2025 | Plan 2026 | Plan 2027', [
    section(
      'Vårdnämnden',
      line('Styrets förslag', 'baseProposal', '3 900,0', '4 000,0', '4 100,0'),
      line('Fler sköterskor', 'adjustment', '20,0', '20,0', '20,0'),
      sum('Vår ram', 'adjustedSum', '3 920,0', '4 020,0', '4 120,0'),
    ),
    line('Skattehöjning 10 öre', 'financing', '20,0', '20,5', '21,0'),
  ]),
  table('financingBudget', 'Budget 2025 | Plan 2026 | Plan 2027', [
    sum('Investeringar', 'investments', '300', '310', '320'),
    ofWhich('varav nya', 'newInvestments', '200', '210', '220'),
    ofWhich('varav ersättning', 'replacementInvestments', '100', '100', '100'),
    line('Egen likviditet', 'ownLiquidityFinancing', '250', '255', '260'),
    line('Lån', 'loanFinancing', '50', '55', '60'),
    sum('Summa finansiering', null, '300', '310', '320'),
  ]),
  table('other', 'Budget 2025 | Plan 2026 | Plan 2027', [
    line('Bil', null, '12', '13', '14'),
    line('Cykel', null, '30', '31', '33'),
    sum('Summa resor', null, '42', '44', '47'),
  ]),
])
