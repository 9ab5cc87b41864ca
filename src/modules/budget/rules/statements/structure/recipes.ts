import type { TableKind } from '../../book.ts'
import { operatingCostRoles, type Role } from '../../roles.ts'

/**
 * How the sums of a statement are made up, by role. A row that is missing in a table is replaced by what it would
 * have summed up; rows whose meaning is unknown join the sum they stand above, if the arithmetic bears it out.
 */
export type Recipe = Partial<Record<Role, readonly Role[]>>

/** Resultaträkning, LKBR 2018:597 ch. 5, and the balance-requirement inquiry under it (KL 11:12–14). */
const incomeStatement: Recipe = {
  operatingCosts: operatingCostRoles,
  netCost: ['operatingIncome', 'operatingCosts', 'depreciation'],
  totalTaxRevenue: ['taxRevenue', 'generalGrants', 'equalisation', 'propertyFee', 'finalSettlement'],
  operatingResult: ['netCost', 'totalTaxRevenue'],
  financialItems: ['financialIncome', 'interestCosts', 'pensionFinancialCosts'],
  resultAfterFinancialItems: ['operatingResult', 'financialItems'],
  resultOfTheYear: ['resultAfterFinancialItems', 'extraordinaryItems'],
  resultAfterBalanceAdjustments: ['resultOfTheYear', 'gainsOnSales', 'balanceExceptions', 'unrealisedGains'],
  balanceResult: ['resultAfterBalanceAdjustments', 'resultReserveChange'],
}

/** Skatteintäkter, generella statsbidrag och utjämning. */
const taxRevenue: Recipe = {
  totalTaxRevenue: [
    'taxRevenue',
    'finalSettlement',
    'generalGrants',
    'equalisation',
    'disabilityEqualisation',
    'propertyFee',
    'regulationItem',
    'incomeEqualisation',
    'costEqualisation',
  ],
}

/** Balansräkning, LKBR ch. 6. */
const balanceSheet: Recipe = {
  fixedAssets: ['intangibleAssets', 'tangibleAssets', 'financialAssets'],
  currentAssets: ['inventories', 'currentReceivables', 'otherCurrentAssets', 'cashAndBank'],
  totalAssets: ['fixedAssets', 'currentAssets'],
  equity: ['resultOfTheYear', 'otherEquity'],
  provisions: ['pensionProvisions', 'otherProvisions'],
  longTermLiabilities: ['longTermLoans', 'otherLongTermLiabilities'],
  liabilities: ['longTermLiabilities', 'currentLiabilities'],
  equityAndLiabilities: ['equity', 'provisions', 'liabilities'],
}

/** Kassaflödesanalys, LKBR ch. 7. */
const cashFlow: Recipe = {
  fundsBeforeWorkingCapital: ['resultOfTheYear', 'nonCashItems', 'provisionPayments'],
  operatingCashFlow: [
    'fundsBeforeWorkingCapital',
    'inventoryChange',
    'currentReceivablesChange',
    'currentLiabilitiesChange',
  ],
  investmentCashFlow: [
    'intangibleInvestments',
    'intangibleSales',
    'tangibleInvestments',
    'tangibleSales',
    'financialInvestments',
    'financialSales',
  ],
  financingCashFlow: [
    'newLoans',
    'amortisation',
    'longTermReceivablesChange',
    'longTermLiabilitiesChange',
    'leasingChange',
    'grantsReceived',
    'provisionPayments',
    'otherFinancing',
  ],
  cashFlowOfTheYear: ['operatingCashFlow', 'investmentCashFlow', 'financingCashFlow', 'infrastructureGrants'],
  closingCash: ['openingCash', 'cashFlowOfTheYear'],
}

/** Känslighetsanalys: the same rows as the income statement; its own sum takes in the financial rows too. */
const sensitivityAnalysis: Recipe = {
  totalCosts: [
    'personnelCosts',
    'pensionCosts',
    'purchasedCare',
    'purchasedTransport',
    'purchasedServices',
    'grantsGiven',
    'otherCosts',
    'depreciation',
    'financialIncome',
    'interestCosts',
    'pensionFinancialCosts',
  ],
}

/** Resultat per enhet: the result is what is left of the income. */
const unitResult: Recipe = {
  unitCosts: ['unitCostLine'],
  unitResult: ['unitIncome', 'unitCosts'],
}

export const recipes = {
  incomeStatement,
  taxRevenue,
  balanceSheet,
  cashFlow,
  sensitivityAnalysis,
  unitResult,
} as const satisfies Partial<Record<TableKind, Recipe>>

/** The roles whose rows make up a sum in a table that has the given roles: missing sums are taken apart. */
export function expand(recipe: Recipe, sum: Role, present: ReadonlySet<Role>): Role[] {
  return (recipe[sum] ?? []).flatMap((role) =>
    present.has(role) || recipe[role] === undefined ? [role] : expand(recipe, role, present),
  )
}
