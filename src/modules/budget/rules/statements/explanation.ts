import type { Amount } from '../amount.ts'
import type { Unit } from '../book.ts'
import type { Message } from './message.ts'

/**
 * How a figure came about, as a tree: each figure is the sum of (or computed from) those under it, down to what
 * somebody printed or decided.
 * - `sum`: the children, with their signs, make the value exactly
 * - `computed`: a ratio or change of the children
 * - `base`: the base's own figure, with its source line
 * - `change`: one adjustment's (or the changed result's) part of it
 * - `printed`: history, as printed
 * - `override`: written by hand; under it stands what it would have been
 */
export type Explanation = {
  kind: 'sum' | 'computed' | 'base' | 'change' | 'printed' | 'override'
  message: Message
  /** In `unit`; null for a blank. */
  value: Amount | null
  unit: Unit
  /** How it goes into the figure above: added or taken away. */
  sign: 1 | -1
  place: { table: string; row: string; column: string } | null
  sourceLine: { source: string | null; line: number } | null
  /** The adjustment or tax step, for a change. */
  adjustment: string | null
  children: Explanation[]
}

/** A figure that is explained by itself: nothing under it, and no place or source named yet. */
export function explanation(
  kind: Explanation['kind'],
  told: Message,
  value: Amount | null,
  unit: Unit,
): Explanation {
  return {
    kind,
    message: told,
    value,
    unit,
    sign: 1,
    place: null,
    sourceLine: null,
    adjustment: null,
    children: [],
  }
}
