import { bodyKey } from '../reading/bodies.ts'
import { stems } from '../reading/words.ts'

/** How many texts are remembered; a book of ten thousand rows fits. Then it is forgotten and begun again. */
const most = 60_000

/**
 * A function of a text that answers from memory when it was asked before: a book is checked again at every edit, and
 * nearly all of its labels are the same.
 */
function remembering<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const answer = known.get(text)
    if (answer !== undefined) return answer
    if (known.size >= most) known.clear()
    const made = work(text)
    known.set(text, made)
    return made
  }
}

/** The key of a body's name, see `bodyKey`. */
export const bodyKeyOf: (name: string) => string = remembering(bodyKey)

/** The words of a label as stems, each once, without numbers. */
export const labelWords: (label: string) => readonly string[] = remembering((label) =>
  [...new Set(stems(label))].filter((word) => word.length > 1 && !/^\d+$/u.test(word)),
)

/** Letters that one word is spelt with in one language and another (`klimat`, `climate`; `kultur`, `culture`). */
const spellings: ReadonlyMap<string, string> = new Map([
  ['ph', 'f'],
  ['th', 't'],
  ['ck', 'k'],
  ['q', 'k'],
  ['c', 'k'],
  ['y', 'i'],
  ['w', 'v'],
  ['z', 's'],
])

function commonSpelling(word: string): string {
  return word.replace(/ph|th|ck|[qcywz]/gu, (letters) => spellings.get(letters) ?? letters)
}

/** What money is called wherever it is spoken of; says nothing of what it is for. */
const aboutMoney = new Set(
  stems(
    'mnkr mkr miljoner kronor anslag avsätta satsning satsningar ökat ökade öka ökning höjt höjning stöd medel bidrag utökad förstärkt förstärkning finansiering uppräkning besparing år årligen fund funds support grants funding increase raise',
  ).map(commonSpelling),
)

/** The words that say what a text is about, spelt the same for comparing. */
export const topicWords: (text: string) => ReadonlySet<string> = remembering(
  (text) =>
    new Set(
      stems(text)
        .map(commonSpelling)
        .filter((word) => word.length > 3 && !/\d/u.test(word) && !aboutMoney.has(word)),
    ),
)

/** Letters two words must begin with alike to be taken for one: compounds and foreign endings differ after them. */
export const BEGINNING = 5

/** The same word, or two compounds with a first part in common (`klimat`, `klimatutsläpp`). */
export function beginAlike(a: string, b: string): boolean {
  if (a === b) return true
  return a.length >= BEGINNING && b.length >= BEGINNING && a.startsWith(b.slice(0, BEGINNING))
}

/** How many of the words of the one begin like some word of the other. */
export function sharedTopics(one: Iterable<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const word of one) {
    if (other.has(word)) shared++
    else {
      for (const candidate of other) {
        if (!beginAlike(word, candidate)) continue
        shared++
        break
      }
    }
  }
  return shared
}
