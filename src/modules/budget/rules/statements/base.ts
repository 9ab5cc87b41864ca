import type { Amount } from '../amount.ts'
import { bodyKey } from '../reading/bodies.ts'

/** What the workbench needs of a base budget to count live: appropriation by public board and the result, by compiled year. */
export type BudgetBase = {
  /** The budget year and the plan years, in order; every list of amounts below has one place a year. */
  years: readonly number[]
  boards: readonly BaseBoard[]
  /** The base proposal's own result. */
  result: readonly Amount[]
}

export type BaseBoard = {
  publicBoard: string
  appropriation: readonly (Amount | null)[]
  /** The of-which rows of the appropriation, as printed. */
  parts: readonly { label: string; appropriation: readonly (Amount | null)[] }[]
}

/** What stands where a public board is missing: an adjustment nobody has been given yet. */
export const NO_BOARD = '—'

/**
 * Finds a public board's place among labels however it is written (`Trafiknämnden inkl FUT`). Exact words first,
 * then the same body by its key; −1 when it is not there.
 */
export function bodyFinder(labels: readonly string[]): (name: string | null) => number {
  const byLabel = new Map(labels.map((label, at) => [label, at]))
  let byKey: Map<string, number> | null = null
  const known = new Map<string, number>()
  return (name) => {
    const asked = name ?? NO_BOARD
    const exact = byLabel.get(asked) ?? known.get(asked)
    if (exact !== undefined) return exact
    byKey ??= new Map(labels.map((label, at) => [bodyKey(label), at]))
    const found = byKey.get(bodyKey(asked)) ?? -1
    known.set(asked, found)
    return found
  }
}
