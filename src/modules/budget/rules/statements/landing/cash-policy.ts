import { ZERO, type Amount } from '../../amount.ts'
import type { Role } from '../../roles.ts'
import { roleKey } from '../structure/add-statement.ts'
import type { Changes } from './changes.ts'
import { landingLeaf } from './landing.ts'
import { message, type Message } from '../message.ts'
import type { PreparedBase } from '../prepare.ts'
import type { CashPolicy } from '../version.ts'

/**
 * What a changed result does to cash flow, balance sheet and financing budget.
 * - `cash`: a better result stays as cash at the end of the year, and every year after.
 * - `loans`: a better result lowers the year's net borrowing (new loans + amortisation) and with it the debt; a worse
 *   one raises it. What is only borrowed to pay back other loans stays as it was, so that two changes after each
 *   other are the same as both at once.
 *
 * Changed depreciation is not paid: it goes against the assets, and neither cash nor loans see it. Interest on the
 * changed debt is not counted: it would be a financing adjustment of its own, decided by somebody.
 * @param result the change of the result by compiled year
 * @param depreciation how much of it is changed depreciation
 */
export function followResult(
  base: PreparedBase,
  policy: CashPolicy,
  result: readonly Amount[],
  depreciation: readonly Amount[],
  changes: Changes,
): void {
  const paid = result.map((each, year) => each.minus(depreciation[year] ?? ZERO))
  if (result.every((each) => each.isZero()) && paid.every((each) => each.isZero())) return
  landDepreciation(base, depreciation, changes)
  const loans = policy === 'loans' ? landOnLoans(base, paid, changes) : false
  landOnBalanceSheet(base, loans, cumulated(paid), cumulated(result), changes)
  if (loans) landOnFinancingBudget(base, paid, changes)
}

/** More depreciation is added back in the cash flow and taken from the assets, year after year. */
function landDepreciation(base: PreparedBase, depreciation: readonly Amount[], changes: Changes): void {
  if (depreciation.every((each) => each.isZero())) return
  const because = message('statements.explain.depreciation')
  const addedBack = leafOf(base, ['nonCashItems', 'fundsBeforeWorkingCapital'])
  const assets = leafOf(base, ['tangibleAssets', 'fixedAssets', 'totalAssets'])
  if (addedBack !== null)
    changes.put(addedBack, {
      amounts: depreciation.map((each) => each.neg()),
      effect: null,
      message: because,
    })
  if (assets !== null)
    changes.put(assets, { amounts: cumulated(depreciation), effect: null, message: because })
}

/** The change at the end of each year: all changes so far. */
function cumulated(result: readonly Amount[]): Amount[] {
  let total = ZERO
  return result.map((each) => (total = total.plus(each)))
}

/** @returns whether the loans take it: a cash flow without any row for loans leaves it as cash. */
function landOnLoans(base: PreparedBase, result: readonly Amount[], changes: Changes): boolean {
  const newLoans = inCashFlow(base, 'newLoans')
  const amortisation = inCashFlow(base, 'amortisation')
  if (newLoans === null && amortisation === null) {
    return (
      base.structure.quantities.find(roleKey('operatingCashFlow')) === null &&
      leafOf(base, ['longTermLoans', 'longTermLiabilities']) !== null
    )
  }
  const one = newLoans ?? amortisation
  const because = message('statements.explain.borrowing')
  if (newLoans === null || amortisation === null) {
    if (one !== null)
      changes.put(one, { amounts: result.map((each) => each.neg()), effect: null, message: because })
    return true
  }
  const split = result.map((each, year) => {
    const borrowed = base.values[newLoans]?.[year] ?? ZERO
    const repaid = base.values[amortisation]?.[year] ?? ZERO
    const net = borrowed.plus(repaid).minus(each)
    const rolledOver = borrowed.lt(repaid.neg()) ? borrowed : repaid.neg()
    const more = net.gt(0) ? net : ZERO
    const less = net.lt(0) ? net : ZERO
    return { borrowed: rolledOver.plus(more).minus(borrowed), repaid: less.minus(rolledOver).minus(repaid) }
  })
  changes.put(newLoans, { amounts: split.map((each) => each.borrowed), effect: null, message: because })
  changes.put(amortisation, { amounts: split.map((each) => each.repaid), effect: null, message: because })
  return true
}

function inCashFlow(base: PreparedBase, role: Role): number | null {
  const quantity = base.structure.quantities.find(roleKey(role))
  return quantity !== null && base.structure.quantities.isLeaf(quantity) ? quantity : null
}

/** The balance sheet's own leaves: cash or loans, and equity brought forward, where no formula carries them already. */
function landOnBalanceSheet(
  base: PreparedBase,
  loans: boolean,
  paid: readonly Amount[],
  total: readonly Amount[],
  changes: Changes,
): void {
  const put = (leaf: number | null, amounts: readonly Amount[], because: Message): void => {
    if (leaf !== null) changes.put(leaf, { amounts: [...amounts], effect: null, message: because })
  }
  if (loans) {
    const debt = leafOf(base, [
      'longTermLoans',
      'longTermLiabilities',
      'otherLongTermLiabilities',
      'liabilities',
      'currentLiabilities',
    ])
    put(
      debt,
      paid.map((each) => each.neg()),
      message('statements.explain.debt'),
    )
  } else {
    put(
      leafOf(base, ['closingCash', 'currentAssets', 'totalAssets']),
      paid,
      message('statements.explain.cash'),
    )
  }
  const { quantities } = base.structure
  const brought = quantities.find(roleKey('otherEquity'))
  const before = total.map((_, year) => total[year - 1] ?? ZERO)
  if (brought !== null && quantities.isLeaf(brought))
    put(brought, before, message('statements.explain.equityBroughtForward'))
  const opening = quantities.find(roleKey('openingCash'))
  if (!loans && opening !== null && quantities.isLeaf(opening)) {
    put(
      opening,
      paid.map((_, year) => paid[year - 1] ?? ZERO),
      message('statements.explain.cash'),
    )
  }
  const equity = quantities.find(roleKey('equity'))
  if (brought === null && equity !== null && quantities.isLeaf(equity))
    put(equity, total, message('statements.explain.equityBroughtForward'))
}

/** The first of the roles that has a row, as the leaf that takes a change; null when a formula already carries it. */
function leafOf(base: PreparedBase, roles: readonly Role[]): number | null {
  for (const role of roles) {
    const quantity = base.structure.quantities.find(roleKey(role))
    if (quantity === null) continue
    return role === 'closingCash' && !base.structure.quantities.isLeaf(quantity)
      ? null
      : landingLeaf(base, quantity)
  }
  return null
}

/** Financing budget: less is borrowed and as much more paid by own liquidity, with the signs the table prints. */
function landOnFinancingBudget(base: PreparedBase, result: readonly Amount[], changes: Changes): void {
  const { quantities } = base.structure
  const own = quantities.find(roleKey('ownLiquidityFinancing'))
  const borrowed = quantities.find(roleKey('loanFinancing'))
  const investments = quantities.find(roleKey('investments'))
  const formula = quantities.all[investments ?? -1]?.formulas.find((each) =>
    each.some((term) => term.of === own),
  )
  const sign = formula?.find((term) => term.of === own)?.sign
  if (own === null || borrowed === null || sign === undefined) return
  const more = result.map((each) => each.times(sign))
  changes.put(own, { amounts: more, effect: null, message: message('statements.explain.ownLiquidity') })
  changes.put(borrowed, {
    amounts: more.map((each) => each.neg()),
    effect: null,
    message: message('statements.explain.borrowing'),
  })
}
