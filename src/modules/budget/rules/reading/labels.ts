import { stems } from './words.ts'

/**
 * How alike two labels are that may speak of one thing in different words or spelling, 0 to 1:
 * `Ökat stöd till Skärgårdsstiftelen` / `Ökat stöd till Skärgårdsstiftelsen`,
 * `OB undersköterskor` / `Dubbelt natt-OB för undersköterskor`.
 * Half of it is how much the two share, half how much of the shorter one is found in the longer.
 */
export function similarLabels(a: string, b: string): number {
  const { dice, contained } = overlap(stems(a), stems(b))
  return (dice + contained) / 2
}

/** How much two lists of stems share, each stem weighing its letters: of both (`dice`) and of the shorter (`contained`). */
export function overlap(a: readonly string[], b: readonly string[]): { dice: number; contained: number } {
  const aFirst = weight(a) === weight(b) ? a.join(' ') <= b.join(' ') : weight(a) < weight(b)
  const [fewer, more] = aFirst ? [a, b] : [b, a]
  const all = weight(a) + weight(b)
  if (fewer.length === 0 || all === 0) return { dice: 0, contained: 0 }
  const left = [...more]
  let shared = 0
  let sharedOfFewer = 0
  for (const word of fewer) {
    let best = -1
    let likeness = 0
    for (const [at, other] of left.entries()) {
      const alike = wordLikeness(word, other)
      if (alike > likeness) [best, likeness] = [at, alike]
    }
    if (best < 0) continue
    const [other = ''] = left.splice(best, 1)
    shared += likeness * (word.length + other.length)
    sharedOfFewer += likeness * word.length
  }
  return { dice: shared / all, contained: sharedOfFewer / weight(fewer) }
}

function weight(words: readonly string[]): number {
  return words.reduce((total, word) => total + word.length, 0)
}

/** How alike two stems are: 1 the same, else by a spelling slip or by a first part in common (`klimat`/`klimatutsläpp`). */
function wordLikeness(a: string, b: string): number {
  if (a === b) return 1
  const longest = Math.max(a.length, b.length)
  if (Math.min(a.length, b.length) < 4) return 0
  const slips = editDistance(a, b, 2)
  if (slips <= 2 && longest >= 4 + 3 * slips) return 1 - slips / longest
  let common = 0
  while (common < Math.min(a.length, b.length) && a[common] === b[common]) common++
  return common >= 5 ? ((2 * common) / (a.length + b.length)) * 0.8 : 0
}

/** How many letters must be put in, taken out or changed; stops counting above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const now = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const changed = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const value = Math.min(changed, (before[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1)
      now.push(value)
      least = Math.min(least, value)
    }
    if (least > limit) return limit + 1
    before = now
  }
  return before[b.length] ?? limit + 1
}
