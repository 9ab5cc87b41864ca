import type { Paragraph } from './paragraphs.ts'

/** What became of a paragraph from one version to another. What was taken out or put in has nothing on the other side. */
export type Difference =
  | { what: 'same' | 'renumbered' | 'changed'; before: Paragraph; after: Paragraph }
  | { what: 'removed'; before: Paragraph; after: null }
  | { what: 'added'; before: null; after: Paragraph }

/**
 * What differs between two versions, paragraph by paragraph, in the order of both. Paragraphs with the same words belong
 * together, wherever the numbers went; of those between them, the ones with the same number do.
 */
export function differencesBetween(before: readonly Paragraph[], after: readonly Paragraph[]): Difference[] {
  const differences: Difference[] = []
  let [at, on] = [0, 0]
  for (const [next, nextOn] of [...sameWords(before, after), [before.length, after.length] as const]) {
    differences.push(...between(before.slice(at, next), after.slice(on, nextOn)))
    const [one, other] = [before[next], after[nextOn]]
    if (one && other) {
      differences.push({
        what: one.number === other.number ? 'same' : 'renumbered',
        before: one,
        after: other,
      })
    }
    at = next + 1
    on = nextOn + 1
  }
  return differences
}

/** Is anything otherwise? */
export function isOtherwise(differences: readonly Difference[]): boolean {
  return differences.some(({ what }) => what !== 'same')
}

/** The longest run of pairs with the same words, in the order of both: places in the one and in the other. */
function sameWords(before: readonly Paragraph[], after: readonly Paragraph[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1))
  for (let row = before.length - 1; row >= 0; row--) {
    for (let column = after.length - 1; column >= 0; column--) {
      lengths[row]![column] =
        before[row]!.text === after[column]!.text
          ? lengths[row + 1]![column + 1]! + 1
          : Math.max(lengths[row + 1]![column]!, lengths[row]![column + 1]!)
    }
  }
  const pairs: (readonly [number, number])[] = []
  let [row, column] = [0, 0]
  while (row < before.length && column < after.length) {
    if (before[row]!.text === after[column]!.text) pairs.push([row++, column++])
    else if (lengths[row + 1]![column]! >= lengths[row]![column + 1]!) row++
    else column++
  }
  return pairs
}

/** What lies between two that are alike: those with the same number were changed, the rest were taken out or put in. */
function between(before: readonly Paragraph[], after: readonly Paragraph[]): Difference[] {
  const differences: Difference[] = []
  let on = 0
  for (const one of before) {
    const found =
      one.number === '' ? -1 : after.findIndex((each, at) => at >= on && each.number === one.number)
    if (found < 0) {
      differences.push({ what: 'removed', before: one, after: null })
      continue
    }
    differences.push(...after.slice(on, found).map(added))
    differences.push({ what: 'changed', before: one, after: after[found]! })
    on = found + 1
  }
  return [...differences, ...after.slice(on).map(added)]
}

function added(paragraph: Paragraph): Difference {
  return { what: 'added', before: null, after: paragraph }
}
