import type { Amount } from '../amount.ts'
import { bodyKey } from '../reading/bodies.ts'
import { overlap } from '../reading/labels.ts'
import { stems } from '../reading/words.ts'
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

/** Where the amounts are the same too, fewer words have to be. */
const ALIKE_AND_EQUAL = 0.3

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
  const rest = first.filter((one) => !partner.has(one)).map((each) => worded(each, boardOf))
  const free = second.filter((other) => !taken.has(other)).map((each) => worded(each, boardOf))
  const candidates = pairsToWeigh(rest, free).flatMap(([one, other]) => {
    const { dice, contained } = overlap(one.stems, other.stems)
    const alike = (dice + contained) / 2
    const sameBoard = one.board === other.board
    const equal = one.amounts === other.amounts
    const enough = sameBoard ? (equal ? ALIKE_AND_EQUAL : ALIKE) : equal ? ALIKE : ALIKE_ELSEWHERE
    if (alike < enough) return []
    return [{ one: one.of, other: other.of, weight: alike + (sameBoard ? 1 : 0) + (equal ? 0.5 : 0) }]
  })
  for (const { one, other } of candidates.toSorted((a, b) => b.weight - a.weight)) {
    if (!partner.has(one) && !taken.has(other)) pair(one, other)
  }
  const changes = first.map((one) => changeOf(one, partner.get(one) ?? null, years, boardOf))
  const added = second.filter((other) => !taken.has(other))
  return [...changes, ...added.map((other) => changeOf(null, other, years, boardOf))]
}

/** An adjustment with what it is compared by. */
type Worded = { of: ComparableAdjustment; stems: readonly string[]; board: string; amounts: string }

function worded(of: ComparableAdjustment, boardOf: (of: ComparableAdjustment) => string): Worded {
  const amounts = of.amounts.map((each) => each?.plus(0).toFixed() ?? '').join(' ')
  return { of, stems: stems(of.label), board: boardOf(of), amounts }
}

/** Pairs that have the board, the amounts or a word in common; all others have nothing to be alike by. */
function pairsToWeigh(first: readonly Worded[], second: readonly Worded[]): [Worded, Worded][] {
  const traits = (each: Worded): string[] => [
    `board ${each.board}`,
    `amounts ${each.amounts}`,
    ...each.stems.map((stem) => `word ${stem}`),
  ]
  const byTrait = new Map<string, Worded[]>()
  for (const other of second) {
    for (const trait of traits(other)) {
      const known = byTrait.get(trait)
      if (known === undefined) byTrait.set(trait, [other])
      else known.push(other)
    }
  }
  return first.flatMap((one) =>
    [...new Set(traits(one).flatMap((trait) => byTrait.get(trait) ?? []))].map((other): [Worded, Worded] => [
      one,
      other,
    ]),
  )
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
