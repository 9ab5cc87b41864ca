import type { Judged } from './judge.ts'
import type { Series } from './rule.ts'
import { pathAt } from './view.ts'

/**
 * Ties findings with one cause together: those that are about the same row or cell, those that say the same of one
 * figure, and those whose rule knows them to belong together. The cause is named by the first of its findings.
 */
export function tieCauses(all: readonly Series[], clues: ReadonlyMap<string, readonly string[]>): void {
  const groups = new Groups()
  for (const { judged, about = [] } of all) {
    for (const one of judged) {
      if (one.check.outcome !== 'finding') continue
      groups.tie(one, ownWord(one))
      for (const word of about) groups.tie(one, word)
      for (const word of clues.get(one.check.id) ?? []) groups.tie(one, word)
    }
  }
  groups.name()
}

/** The same figure off by the same amount, whatever it is held against. */
function ownWord({ target, difference, check }: Judged): string {
  return target ? `${pathAt(target.row, target.column)}:${difference}` : check.id
}

class Groups {
  readonly #byWord = new Map<string, Judged>()
  readonly #groupOf = new Map<Judged, Judged[]>()

  /** Puts a finding into the group of those already tied to the word. */
  tie(one: Judged, word: string): void {
    const mine = this.#group(one)
    const other = this.#byWord.get(word)
    if (!other) this.#byWord.set(word, one)
    const theirs = other ? this.#group(other) : mine
    if (theirs === mine) return
    const [large, small] = mine.length > theirs.length ? [mine, theirs] : [theirs, mine]
    for (const member of small) {
      large.push(member)
      this.#groupOf.set(member, large)
    }
  }

  #group(one: Judged): Judged[] {
    const known = this.#groupOf.get(one) ?? [one]
    this.#groupOf.set(one, known)
    return known
  }

  /** Names every group by the first of its ids. */
  name(): void {
    for (const group of new Set(this.#groupOf.values())) {
      let first = group[0]?.check.id ?? ''
      for (const { check } of group) if (check.id < first) first = check.id
      for (const { check } of group) check.cause = first
    }
  }
}
