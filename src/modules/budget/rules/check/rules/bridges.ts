import type { Rule } from '../rule.ts'
import { bridge, type Pier } from './bridge.ts'

const depreciation: Pier = { kind: 'incomeStatement', roles: ['depreciation'], factor: 1 }

/** What changes the result without being paid: depreciation, and what provisions grow by. */
export const nonCashItems: Rule = bridge('nonCashItems', {
  target: { kind: 'cashFlow', role: 'nonCashItems', factor: 1 },
  definitions: [
    [
      depreciation,
      {
        kind: 'balanceSheet',
        roles: ['provisions', ['pensionProvisions', 'otherProvisions']],
        factor: 1,
        year: 'growth',
      },
    ],
    [depreciation],
  ],
  anchored: false,
})

/** Fixed assets grow by what is invested and shrink by what is written off. */
export const fixedAssets: Rule = bridge('fixedAssets', {
  target: { kind: 'balanceSheet', role: 'fixedAssets', factor: 1 },
  definitions: [
    [
      { kind: 'balanceSheet', roles: ['fixedAssets'], factor: 1, year: 'before' },
      { kind: 'cashFlow', roles: ['investmentCashFlow'], factor: -1 },
      { kind: 'incomeStatement', roles: ['depreciation'], factor: -1 },
    ],
  ],
  anchored: false,
})

/** Loans and leasing grow by new loans, amortisation and the change of leasing. */
export const debt: Rule = bridge('debt', {
  target: { kind: 'balanceSheet', role: 'longTermLoans', factor: 1 },
  definitions: [
    [
      { kind: 'balanceSheet', roles: ['longTermLoans'], factor: 1, year: 'before' },
      { kind: 'cashFlow', roles: ['newLoans'], factor: 1 },
      { kind: 'cashFlow', roles: ['amortisation'], factor: 1 },
      { kind: 'cashFlow', roles: ['leasingChange'], factor: 1, optional: true },
    ],
  ],
  anchored: true,
})

/** What short-term liabilities grow by in the balance sheet is what the cash flow says. */
export const currentLiabilities: Rule = bridge('currentLiabilities', {
  target: { kind: 'cashFlow', role: 'currentLiabilitiesChange', factor: 1 },
  definitions: [[{ kind: 'balanceSheet', roles: ['currentLiabilities'], factor: 1, year: 'growth' }]],
  anchored: true,
})

/** What current assets but cash shrink by is what the cash flow says of stocks and claims. */
export const currentAssets: Rule = bridge('currentAssets', {
  target: { kind: 'cashFlow', role: 'currentReceivablesChange', factor: 1 },
  definitions: [
    [
      { kind: 'cashFlow', roles: ['inventoryChange'], factor: -1, optional: true },
      { kind: 'balanceSheet', roles: ['currentAssets'], factor: -1, year: 'growth' },
      { kind: 'balanceSheet', roles: ['cashAndBank'], factor: 1, year: 'growth' },
    ],
  ],
  anchored: true,
})

/** Financial fixed assets shrink by what long-term claims are paid back. */
export const financialAssets: Rule = bridge('financialAssets', {
  target: { kind: 'cashFlow', role: 'longTermReceivablesChange', factor: 1 },
  definitions: [[{ kind: 'balanceSheet', roles: ['financialAssets'], factor: -1, year: 'growth' }]],
  anchored: true,
})

/** Investments are the same in the financing budget and in the cash flow. */
export const investments: Rule = bridge('investments', {
  target: { kind: 'financingBudget', role: 'investments', factor: 1 },
  definitions: [[{ kind: 'cashFlow', roles: ['investmentCashFlow'], factor: -1 }]],
  anchored: true,
})

/** What is paid out of one's own pocket is what the operations bring in. */
export const ownLiquidity: Rule = bridge('ownLiquidity', {
  target: { kind: 'financingBudget', role: 'ownLiquidityFinancing', factor: -1 },
  definitions: [[{ kind: 'cashFlow', roles: ['operatingCashFlow'], factor: 1 }]],
  anchored: true,
})
