import type { Judged } from './judge.ts'
import { about } from './explain/clue.ts'
import { type Series } from './rule.ts'

/**
 * Ties findings with one cause together: those that are about the same row or cell, those that say the same of one
 * figure, and those whose rule knows them to belong together. The cause is named by the first of its findings.
 */
export function tieCauses(all: readonly Series[], clues: ReadonlyMap<string, readonly string[]>): void {
  const group = new Groups()
  for (const { judged, about: said = [] } of all) {
    for (const one of judged) {
      if (one.check.outcome !== 'finding') continue
      for (const word of [...said, ...ownWords(one), ...(clues.get(one.check.id) ?? [])]) group.tie(one, word)
    }
  }
  group.name()
}

/** The same figure off by the same amount, whatever it is held against. */
function ownWords({ target, difference, check }: Judged): string[] {
  return target ? [`${about.cell(target.row, target.column)}:${difference}`] : [`check:${check.id}`]
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

  name(): void {
    for (const group of new Set(this.#groupOf.values())) {
      const [first] = group.map(({ check }) => check.id).sort()
      for (const { check } of group) check.cause = first ?? check.id
    }
  }
}
