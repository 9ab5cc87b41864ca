import type { RowKind } from '../book.ts'
import { operatingCostRoles, type Role } from '../roles.ts'
import type { Shape } from './structure.ts'

const ofWhich =
  /^[\s\-–−•·]*(?:varav|därav|härav|varutav|av vilket|av vilka|i vilket ingår|of which)(?=[\s:,]|$)[\s:,]*/iu
const sumFirst = /^[\s\-–]*(?:summa|delsumma|totalt|totala?|tot\.?|sa\.?|s:a|sum\.?)(?=[\s:,]|$)[\s:,]*/iu
const sumLast = /[\s,]+(?:totalt|summa|total|tot\.?)\s*:?$/iu
const beside =
  /\b(?:nyckeltal|jämförelse|previous budget|föregående budget|tidigare budget|per invånare|kr\/inv)\b|(?:[,(]\s*|\bi\s+)(?:procent|%)\)?$|\bi (?:%|procent) av\b/iu

const known = new Map<string, Exclude<RowKind, 'line'> | null>()
const mostKnown = 20_000

/** What the words of a label say of the row: an of-which row, a sum, something beside; null when they say nothing. */
export function rowKindByWords(label: string): Exclude<RowKind, 'line'> | null {
  const before = known.get(label)
  if (before !== undefined) return before
  const kind = ofWhich.test(label)
    ? 'ofWhich'
    : sumFirst.test(label) || sumLast.test(label)
      ? 'sum'
      : beside.test(label)
        ? 'memo'
        : null
  if (known.size >= mostKnown) known.clear()
  known.set(label, kind)
  return kind
}

/** The label without words about where it stands: `varav anslag` → `anslag`, `Hälso- och sjukvård totalt` → `Hälso- och sjukvård`. */
export function withoutRowWords(label: string): string {
  const left = label.replace(ofWhich, '').replace(sumFirst, '').replace(sumLast, '').trim()
  return left === '' ? label.trim() : left
}

/** Roles that are a computed figure wherever they stand. */
const results: ReadonlySet<Role> = new Set<Role>([
  'netCost',
  'operatingResult',
  'resultAfterFinancialItems',
  'resultAfterBalanceAdjustments',
  'balanceResult',
  'adjustedSum',
  'adjustedTotal',
  'ownResult',
  'appropriationTotal',
  'sectionTotal',
  'grandTotal',
  'unitResult',
  'totalCosts',
  'totalAssets',
  'equityAndLiabilities',
  'fundsBeforeWorkingCapital',
  'operatingCashFlow',
  'investmentCashFlow',
  'financingCashFlow',
  'cashFlowOfTheYear',
  'closingCash',
])

/** Roles that are the sum of rows before them, or a line of their own where no such rows are printed. */
const partsOf: Partial<Record<Role, readonly Role[]>> = {
  operatingCosts: operatingCostRoles,
  totalTaxRevenue: ['taxRevenue', 'generalGrants', 'equalisation'],
  resultOfTheYear: [
    'operatingResult',
    'netCost',
    'operatingCosts',
    'resultAfterFinancialItems',
    'totalTaxRevenue',
    'operatingIncome',
    'financialIncome',
  ],
  financialItems: ['financialIncome', 'interestCosts', 'pensionFinancialCosts'],
  fixedAssets: ['intangibleAssets', 'tangibleAssets', 'financialAssets'],
  currentAssets: ['inventories', 'currentReceivables', 'otherCurrentAssets', 'cashAndBank'],
  equity: ['resultOfTheYear', 'otherEquity'],
  provisions: ['pensionProvisions', 'otherProvisions'],
  longTermLiabilities: ['longTermLoans', 'otherLongTermLiabilities'],
  liabilities: ['longTermLiabilities', 'currentLiabilities'],
  unitCosts: ['unitCostLine'],
}

/** Roles that are part of a unit's income where they are set under it. */
const partsOfIncome: ReadonlySet<Role> = new Set<Role>(['appropriationIncome', 'ticketRevenue'])

/** Roles that stand beside the arithmetic. */
const memos: ReadonlySet<Role> = new Set<Role>([
  'changeFromPreviousYear',
  'changeFromPreviousYearPercent',
  'previousBudget',
  'previousBudgetEqualisation',
  'differenceFromPreviousBudget',
  'differenceFromPreviousBudgetEqualisation',
  'taxRate',
  'taxBase',
  'unitResultExcludingPension',
  'contingentPensionLiability',
  'equityRatio',
  'equityRatioIncludingPensionLiability',
])

/**
 * What a row is in its table, by its words, its role, its printed level and what stands before it.
 * @param row.percent its figures are shares while the table's are amounts: they cannot be added to them
 * @param before roles of the rows before it in the same table
 */
export function rowKindOf(
  row: { label: string; level: number | null; role: Role | null; shape: Shape | null; percent: boolean },
  before: ReadonlySet<Role>,
): { kind: RowKind; confidence: number } {
  const { label, level, role, shape } = row
  if (role !== null && memos.has(role)) return { kind: 'memo', confidence: 1 }
  const said = rowKindByWords(label)
  if (said === 'ofWhich') return { kind: 'ofWhich', confidence: 1 }
  if (row.percent) return { kind: 'memo', confidence: 0.9 }
  if (said === 'memo') return { kind: 'memo', confidence: 0.9 }
  if (role !== null && results.has(role)) return { kind: 'sum', confidence: 1 }
  if (shape?.kind === 'ofWhich') {
    return role !== null && partsOfIncome.has(role) ? { ...shape, confidence: 0.9 } : shape
  }
  const parts = role === null ? undefined : partsOf[role]
  if (parts !== undefined) {
    const printed = parts.some((part) => before.has(part))
    return { kind: printed || said === 'sum' ? 'sum' : 'line', confidence: 0.9 }
  }
  if (said === 'sum') return { kind: 'sum', confidence: 1 }
  if (level !== null && level >= 2) return { kind: 'ofWhich', confidence: 0.8 }
  if (shape !== null && role === null) return shape
  if (role === 'investments') return { kind: 'line', confidence: 0.9 }
  if (level === 0 && role === null) return { kind: 'sum', confidence: 0.7 }
  return { kind: 'line', confidence: 0.9 }
}
