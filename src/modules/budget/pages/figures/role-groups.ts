import { roles, type Role } from '../../rules/roles.ts'
import type { TableKind } from '../../rules/book.ts'

/** The statement that a role belongs to, for finding it in a long list. */
export type RoleGroup = Exclude<TableKind, 'chapterAdjustments' | 'other'> | 'balanceInquiry'

/** The first role of each statement; roles stand in the order of the statements. */
const starts: readonly (readonly [RoleGroup, Role])[] = [
  ['incomeStatement', 'operatingIncome'],
  ['balanceInquiry', 'gainsOnSales'],
  ['taxRevenue', 'pharmaceuticalGrant'],
  ['adjustmentSummary', 'baseProposal'],
  ['appropriations', 'appropriation'],
  ['resultRequirements', 'resultRequirement'],
  ['unitResult', 'unitIncome'],
  ['sensitivityAnalysis', 'totalCosts'],
  ['balanceSheet', 'intangibleAssets'],
  ['cashFlow', 'nonCashItems'],
  ['financingBudget', 'investments'],
]

/** Every role under its statement; the statement of this kind of table first, the others in their order. */
export function roleGroups(kind: TableKind): { group: RoleGroup; roles: readonly Role[] }[] {
  const own = kind === 'chapterAdjustments' ? 'adjustmentSummary' : kind
  const groups = starts.map(([group, start], index) => {
    const next = starts[index + 1]
    return { group, roles: roles.slice(roles.indexOf(start), next && roles.indexOf(next[1])) }
  })
  return [...groups.filter(({ group }) => group === own), ...groups.filter(({ group }) => group !== own)]
}
