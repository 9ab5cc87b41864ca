import { ZERO, type Amount } from '../../amount.ts'
import type { Step } from '../structure/draft.ts'
import type { Effect } from '../effect.ts'
import type { Message } from '../message.ts'
import type { Structure } from '../structure/structure.ts'

/** What one leaf becomes other than in the base, and because of what. */
export type Change = {
  /** Signed as the leaf is printed, one place a compiled year. */
  amounts: Amount[]
  /** The adjustment or tax step behind it; null for what follows from the changed result. */
  effect: Effect | null
  message: Message
}

/** A public board with adjustments but without an appropriation in the base: it gets a row of its own. */
export type AddedBoard = { publicBoard: string; changes: Change[] }

/** All changes of leaves that a version makes, before any sum is computed. */
export class Changes {
  readonly byLeaf = new Map<number, Change[]>()
  readonly addedBoards: AddedBoard[] = []
  readonly steps: Step[] = []

  /** Adds a change to a leaf, by the effect's amounts times the sign. */
  land(leaf: number, effect: Effect, sign: 1 | -1, message: Message): void {
    this.put(leaf, { amounts: effect.amounts.map((each) => signed(each, sign)), effect, message })
  }

  put(leaf: number, change: Change): void {
    if (change.amounts.every((each) => each.isZero())) return
    const known = this.byLeaf.get(leaf)
    if (known === undefined) this.byLeaf.set(leaf, [change])
    else known.push(change)
  }

  assume(effect: Effect, message: Message): void {
    this.steps.push({ kind: 'assumption', message, place: null, adjustment: effect.id })
  }

  /** How much every quantity changes: leaves by their changes, all others by their first formula. null for no change. */
  evaluate(structure: Structure): (Amount[] | null)[] {
    const { quantities, order, settings } = structure
    const changed: (Amount[] | null)[] = quantities.all.map(() => null)
    for (const [leaf, changes] of this.byLeaf)
      changed[leaf] = changes.reduce(totalled, zeros(settings.years.length))
    for (let year = 0; year < settings.years.length; year++) {
      for (const quantity of order) {
        for (const term of quantities.all[quantity]?.formulas[0] ?? []) {
          if (term.previous && year === 0) continue
          const part = changed[term.of]?.[term.previous ? year - 1 : year]
          if (part === undefined || part.isZero()) continue
          const own = (changed[quantity] ??= zeros(settings.years.length))
          own[year] = (own[year] ?? ZERO).plus(term.sign === 1 ? part : part.neg())
        }
      }
    }
    return changed
  }
}

function zeros(length: number): Amount[] {
  return Array.from({ length }, () => ZERO)
}

function totalled(total: Amount[], change: Change): Amount[] {
  return total.map((each, year) => each.plus(change.amounts[year] ?? ZERO))
}

function signed(value: Amount | null, sign: 1 | -1): Amount {
  if (value === null) return ZERO
  return sign === 1 ? value : value.neg()
}
