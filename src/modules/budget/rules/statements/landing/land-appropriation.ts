import { ZERO, type Amount } from '../../amount.ts'
import { sameBody, SAME_BODY } from '../../reading/bodies.ts'
import { stems } from '../../reading/words.ts'
import { NO_BOARD } from '../base.ts'
import type { Changes } from './changes.ts'
import type { Effect } from '../effect.ts'
import { landingLeaf } from './landing.ts'
import { message } from '../message.ts'
import type { PreparedBase, PreparedBody } from '../prepare.ts'
import { isBoardKind } from '../version.ts'

/** Where an effect's money goes among the appropriations: the board's quantity, and its part's if it has parts. */
export type Carrier = { board: number; part: number | null }

type Part = PreparedBody['parts'][number]

/**
 * Lands an effect on its public board's appropriation: on the of-which row it says, else on the one whose name shares
 * a word with its label, else on what the parts leave over, else on the largest part. A board without an
 * appropriation in the base gets a row of its own.
 * @param exhausted boards whose parts do not leave enough over (`exhaustedRests`)
 * @returns what carries it; null when the base prints no appropriations, or not this board's
 */
export function landOnAppropriation(
  base: PreparedBase,
  effect: Effect,
  exhausted: ReadonlySet<PreparedBody>,
  changes: Changes,
): Carrier | null {
  const board = base.boards[base.findBoard(effect.publicBoard ?? NO_BOARD)]
  if (board === undefined) {
    addBoard(base, effect, changes)
    return null
  }
  const said = partCalled(board, effect.part)
  const wanted =
    said ?? partSharingWord(board, effect) ?? (exhausted.has(board) ? largestPart(base, board) : null)
  const leaf = landingLeaf(base, wanted?.quantity ?? board.quantity)
  changes.land(leaf, effect, 1, message('statements.explain.adjustment', { label: effect.label }))
  const part = wanted ?? board.parts.find((each) => each.quantity === leaf) ?? null
  if (part !== null && said === null) {
    changes.assume(
      effect,
      message('statements.assumption.part', { label: effect.label, part: part.label, board: board.label }),
    )
  }
  return { board: board.quantity, part: part?.quantity ?? null }
}

/**
 * Boards whose of-which rows leave something over, but not enough for the savings that name no part: there the largest
 * part carries what names none, or the parts would be more than the whole.
 */
export function exhaustedRests(base: PreparedBase, effects: readonly Effect[]): ReadonlySet<PreparedBody> {
  const left = new Map<PreparedBody, { rest: number; amounts: Amount[] }>()
  for (const effect of effects) {
    const board = isBoardKind(effect.kind)
      ? base.boards[base.findBoard(effect.publicBoard ?? NO_BOARD)]
      : undefined
    if (board === undefined || board.parts.length === 0) continue
    if (partCalled(board, effect.part) !== null || partSharingWord(board, effect) !== null) continue
    const rest = left.get(board)?.rest ?? landingLeaf(base, board.quantity)
    const before = left.get(board)?.amounts ?? base.values[rest] ?? []
    left.set(board, { rest, amounts: before.map((each, year) => each.plus(effect.amounts[year] ?? ZERO)) })
  }
  const exhausted = [...left].filter(([, { rest, amounts }]) =>
    amounts.some((each, year) => each.lt(0) && !base.values[rest]?.[year]?.lt(0)),
  )
  return new Set(exhausted.map(([board]) => board))
}

function largestPart(base: PreparedBase, board: PreparedBody): Part | null {
  const size = (part: Part): Amount =>
    (base.values[part.quantity] ?? []).reduce((total, each) => total.plus(each.abs()), ZERO)
  return board.parts.toSorted((a, b) => size(b).cmp(size(a)))[0] ?? null
}

/** The part a person or a document means by a name, however it is written; null when the board has no such part. */
function partCalled(board: PreparedBody, name: string | null): Part | null {
  if (name === null) return null
  return (
    board.parts.find((part) => part.label === name) ??
    board.parts.find((part) => sameBody(part.label, name) >= SAME_BODY) ??
    null
  )
}

/** From so many letters in common, two compound words speak of one thing: `färdtjänstresor`, `färdtjänstverksamheten`. */
const SHARED_LETTERS = 7

/** The words of an effect's label, found once while it is held. */
const foundWords = new WeakMap<Effect, readonly string[]>()

function wordsOf(effect: Effect): readonly string[] {
  const words = foundWords.get(effect) ?? stems(effect.label)
  foundWords.set(effect, words)
  return words
}

function partSharingWord(board: PreparedBody, effect: Effect): Part | null {
  if (board.parts.length === 0) return null
  const words = wordsOf(effect)
  const shares = (stem: string): boolean =>
    words.some(
      (word) =>
        word === stem ||
        (word.length >= SHARED_LETTERS && word.slice(0, SHARED_LETTERS) === stem.slice(0, SHARED_LETTERS)),
    )
  return board.parts.find((part) => part.stems.some(shares)) ?? null
}

function addBoard(base: PreparedBase, effect: Effect, changes: Changes): void {
  const publicBoard = effect.publicBoard ?? NO_BOARD
  const change = {
    amounts: effect.amounts.map((each) => each ?? ZERO),
    effect,
    message: message('statements.explain.adjustment', { label: effect.label }),
  }
  const added = changes.addedBoards.find((each) => each.publicBoard === publicBoard)
  if (added === undefined) changes.addedBoards.push({ publicBoard, changes: [change] })
  else added.changes.push(change)
  if (base.appropriationTotal !== null) changes.put(base.appropriationTotal, change)
}
