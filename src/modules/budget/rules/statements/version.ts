import type { Amount } from '../amount.ts'
import type { Role } from '../roles.ts'

/**
 * Our differences from a base budget, as values. A version holds nothing of the base itself, so that a new base
 * proposal can be put under the same differences.
 */
export type Version = {
  id: string
  label: string
  /** The version it was branched from; null for one that stands directly on the base. */
  parent: string | null
  adjustments: readonly Adjustment[]
  tax: TaxSettings
  cashPolicy: CashPolicy
  overrides: readonly Override[]
}

/** Amounts by year in the book's unit. A year that is not there is blank, which is not 0. */
export type AmountByYear = Readonly<Record<number, Amount>>

/**
 * - `reform`, `saving`, `income`: what a public board gets more (+) or less (−) of appropriation. An income a board
 *   loses is +, because the appropriation has to make up for it; a higher fee is −.
 * - `financing`: what betters (+) or worsens (−) the result without passing a public board.
 * - `resultRequirement`: what one unit is to deliver more (+) or less (−) of.
 */
export type AdjustmentKind = 'reform' | 'saving' | 'income' | 'financing' | 'resultRequirement'

export type Adjustment = {
  id: string
  /** Whose appropriation, or the unit whose result requirement; null for financing. */
  publicBoard: string | null
  label: string
  kind: AdjustmentKind
  amounts: AmountByYear
  /** Does it go on after the last plan year? Only told, never computed with. */
  recurring: boolean
  /** The of-which row of the appropriation that carries it; null lets `partOf` choose. */
  part: string | null
  /** The row of the income statement it lands on; null lets `statementRoleOf` choose. */
  statementRole: Role | null
  /** The chapter whose table lists it; null for none. */
  chapter: string | null
}

export type TaxSettings = {
  /** The tax base (skatteunderlag) by year, in the book's unit. */
  base: AmountByYear
  steps: readonly TaxStep[]
}

/** A change of the tax rate against the base proposal; several steps add up. */
export type TaxStep = {
  id: string
  label: string
  /** Öre by year (1 öre = 0.01 percentage points), + for a higher tax than in the base. */
  öre: AmountByYear
}

/** What a better or worse result does: it is kept as cash, or it changes how much is borrowed. */
export type CashPolicy = 'cash' | 'loans'

/** A figure written by hand over a compiled one. It changes that one printed figure and nothing else. */
export type Override = {
  table: string
  row: string
  column: string
  value: Amount | null
  note: string
}

/** A version without any difference from its base. */
export function emptyVersion(id: string, label: string): Version {
  return {
    id,
    label,
    parent: null,
    adjustments: [],
    tax: { base: {}, steps: [] },
    cashPolicy: 'loans',
    overrides: [],
  }
}

/** Does the amount change a public board's appropriation (and not only the financing or a unit's requirement)? */
export function isBoardKind(kind: AdjustmentKind): kind is 'reform' | 'saving' | 'income' {
  return kind === 'reform' || kind === 'saving' || kind === 'income'
}
