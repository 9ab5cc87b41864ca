import { ZERO } from '../../amount.ts'
import { sameBody, SAME_BODY } from '../../reading/bodies.ts'
import { stems } from '../../reading/words.ts'
import { NO_BOARD } from '../base.ts'
import type { Changes } from './changes.ts'
import type { Effect } from '../effect.ts'
import { landingLeaf } from './landing.ts'
import { message } from '../message.ts'
import type { PreparedBase, PreparedBody } from '../prepare.ts'

/** Where an effect's money goes among the appropriations: the board's quantity, and its part's if it has parts. */
export type Carrier = { board: number; part: number | null }

type Part = PreparedBody['parts'][number]

/**
 * Lands an effect on its public board's appropriation: on the of-which row it says, else on the one whose name shares
 * a word with its label, else on what the parts leave over, else on the largest part. A board without an
 * appropriation in the base gets a row of its own.
 * @returns what carries it; null when the base prints no appropriations, or not this board's
 */
export function landOnAppropriation(base: PreparedBase, effect: Effect, changes: Changes): Carrier | null {
  const board = base.boards[base.findBoard(effect.publicBoard ?? NO_BOARD)]
  if (board === undefined) {
    addBoard(base, effect, changes)
    return null
  }
  const said = effect.part === null ? null : partCalled(board, effect.part)
  const wanted = said ?? partSharingWord(board, effect.label)
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

/** The part a person or a document means by a name, however it is written; null when the board has no such part. */
function partCalled(board: PreparedBody, name: string): Part | null {
  return (
    board.parts.find((part) => part.label === name) ??
    board.parts.find((part) => sameBody(part.label, name) >= SAME_BODY) ??
    null
  )
}

/** From so many letters in common, two compound words speak of one thing: `färdtjänstresor`, `färdtjänstverksamheten`. */
const SHARED_LETTERS = 7

function partSharingWord(board: PreparedBody, label: string): Part | null {
  if (board.parts.length === 0) return null
  const words = stems(label)
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
