import type { Amount } from '../amount.ts'
import { bodyKey } from '../reading/bodies.ts'
import { similarLabels } from '../reading/labels.ts'
import type { ComparableAdjustment } from './comparable.ts'
import { differences, type Difference } from './difference.ts'

/** What became of one adjustment between two budgets. */
export type AdjustmentChange = {
  /**
   * - `same`: same board and amounts
   * - `amount`: same board, other amounts
   * - `moved`: another board, whatever the amounts
   * - `onlyFirst`, `onlySecond`: the other one has nothing like it
   */
  kind: 'same' | 'amount' | 'moved' | 'onlyFirst' | 'onlySecond'
  first: ComparableAdjustment | null
  second: ComparableAdjustment | null
  years: Difference[]
}

/** From here on two labels under one board are taken for one adjustment. */
const ALIKE = 0.6

/** Under different boards the words have to be nearly the same, or the amounts exactly. */
const ALIKE_ELSEWHERE = 0.85

/**
 * Pairs the adjustments of two budgets: by id; then, under the same board (or both without), by labels alike, the most
 * alike first; then under another board where the words are nearly the same or the amounts are exactly.
 * In the order of the first, then what only the second has.
 */
export function matchAdjustments(
  first: readonly ComparableAdjustment[],
  second: readonly ComparableAdjustment[],
  years: readonly number[],
): AdjustmentChange[] {
  const partner = new Map<ComparableAdjustment, ComparableAdjustment>()
  const taken = new Set<ComparableAdjustment>()
  const pair = (one: ComparableAdjustment, other: ComparableAdjustment): void => {
    partner.set(one, other)
    taken.add(other)
  }
  const byId = new Map(second.map((each) => [each.id, each]))
  for (const one of first) {
    const other = byId.get(one.id)
    if (other !== undefined) pair(one, other)
  }
  const boardOf = boardKeys()
  const rest = first.filter((one) => !partner.has(one))
  const free = second.filter((other) => !taken.has(other))
  const candidates = rest.flatMap((one) =>
    free.flatMap((other) => {
      const alike = similarLabels(one.label, other.label)
      const sameBoard = boardOf(one) === boardOf(other)
      const equal = sameAmounts(one, other)
      const enough = sameBoard ? ALIKE : equal ? ALIKE : ALIKE_ELSEWHERE
      return alike >= enough ? [{ one, other, weight: alike + (sameBoard ? 1 : 0) + (equal ? 0.5 : 0) }] : []
    }),
  )
  for (const { one, other } of candidates.toSorted((a, b) => b.weight - a.weight)) {
    if (!partner.has(one) && !taken.has(other)) pair(one, other)
  }
  const changes = first.map((one) => changeOf(one, partner.get(one) ?? null, years, boardOf))
  const added = second.filter((other) => !taken.has(other))
  return [...changes, ...added.map((other) => changeOf(null, other, years, boardOf))]
}

function changeOf(
  first: ComparableAdjustment | null,
  second: ComparableAdjustment | null,
  years: readonly number[],
  boardOf: (of: ComparableAdjustment) => string,
): AdjustmentChange {
  const compared = differences(years, first?.amounts ?? [], second?.amounts ?? [])
  if (first === null || second === null)
    return { kind: first === null ? 'onlySecond' : 'onlyFirst', first, second, years: compared }
  const kind = boardOf(first) !== boardOf(second) ? 'moved' : sameAmounts(first, second) ? 'same' : 'amount'
  return { kind, first, second, years: compared }
}

/** A blank and a 0 are not the same; 0 and −0 are. */
function sameAmounts(one: ComparableAdjustment, other: ComparableAdjustment): boolean {
  return (
    one.amounts.length === other.amounts.length &&
    one.amounts.every((each, at) => same(each, other.amounts[at] ?? null))
  )
}

function same(one: Amount | null, other: Amount | null): boolean {
  return one === null || other === null ? one === other : one.eq(other)
}

function boardKeys(): (of: ComparableAdjustment) => string {
  const known = new Map<string, string>()
  return ({ publicBoard }) => {
    if (publicBoard === null) return ''
    const key = known.get(publicBoard) ?? bodyKey(publicBoard)
    known.set(publicBoard, key)
    return key
  }
}
