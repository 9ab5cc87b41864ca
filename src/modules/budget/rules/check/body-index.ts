import { SAME_BODY, sameBody } from '../reading/bodies.ts'
import { BEGINNING, bodyKeyOf } from './words.ts'

/** Words that so many names share tell none of them from the others. */
const common = 20

/** Names of bodies, to be asked whether one is among them however it is written. */
export class BodyIndex {
  readonly #names: ReadonlySet<string>
  #byWord: Map<string, string[]> | null = null
  #keys = new Set<string>()

  constructor(names: Iterable<string>) {
    this.#names = new Set(names)
  }

  get size(): number {
    return this.#names.size
  }

  /** Whether the body is named: in the same words, abbreviated, or in words close enough to be no other body. */
  has(name: string): boolean {
    if (this.#names.has(name)) return true
    const byWord = this.#index()
    const key = bodyKeyOf(name)
    if (this.#keys.has(key)) return true
    const candidates = isAbbreviation(name)
      ? [...this.#names]
      : beginnings(key).flatMap((word) => near(byWord, word))
    return candidates.some((other) => sameBody(name, other) >= SAME_BODY)
  }

  /** Most names are written the same everywhere: the index is made for the first that is not. */
  #index(): ReadonlyMap<string, string[]> {
    if (this.#byWord) return this.#byWord
    const byWord = new Map<string, string[]>()
    for (const name of this.#names) {
      const key = bodyKeyOf(name)
      if (this.#keys.has(key)) continue
      this.#keys.add(key)
      for (const word of beginnings(key)) {
        const others = byWord.get(word)
        if (others) others.push(name)
        else byWord.set(word, [name])
      }
    }
    this.#byWord = byWord
    return byWord
  }
}

function near(byWord: ReadonlyMap<string, string[]>, word: string): string[] {
  const names = byWord.get(word) ?? []
  return names.length > common ? [] : names
}

function beginnings(key: string): string[] {
  return key.split(' ').map((word) => word.slice(0, BEGINNING))
}

function isAbbreviation(name: string): boolean {
  return /^\p{Lu}{2,6}$/u.test(name.trim())
}
