import { overlap } from './labels.ts'
import { plainText, stem, stems } from './words.ts'

/** Company forms and words about how a body stands in a table; they do not tell one body from another. */
const besideTheName = new Set(
  [
    'ab',
    'kb',
    'hb',
    'publ',
    'varav',
    'darav',
    'dar',
    'summa',
    'total',
    'totalt',
    'koncern',
    'mkr',
    'mnkr',
    'tkr',
  ].map(stem),
)

/** What follows these is not the body's own name: `Trafiknämnden inkl FUT`. */
const afterTheName = /\b(?:inklusive|exklusive|fore detta|tidigare)\b.*$/u

/**
 * One key for the different ways a body is written: `Stockholm Film AB` and `Film Stockholm AB`, `Skadekontot`
 * and `Skadekonto`, `Trafiknämnden inkl FUT` and `Trafiknämnden`. The words as stems, sorted; empty for an
 * empty name.
 */
export function bodyKey(name: string): string {
  const own = plainText(name).replace(afterTheName, '')
  const words = stems(own).filter((word) => !besideTheName.has(word))
  return (words.length > 0 ? words : stems(name)).toSorted().join(' ')
}

/** From here on two names may be taken for one body without asking. */
export const SAME_BODY = 0.85

/**
 * How sure it is that two names mean one body: 1 for the same words in any form and order, 0.9 for an
 * abbreviation of the other (`HSN`, `FUT`), less by how much of the words agree, 0 for nothing in common.
 */
export function sameBody(a: string, b: string): number {
  const [one, other] = [bodyKey(a), bodyKey(b)]
  if (one === '' || other === '') return 0
  if (one === other || one.replaceAll(' ', '') === other.replaceAll(' ', '')) return 1
  if (abbreviates(a, b) || abbreviates(b, a)) return 0.9
  return Math.min(overlap(one.split(' '), other.split(' ')).dice, 0.95)
}

/** Last parts of compound names which an abbreviation counts with a letter of their own. */
const tails = /(?=(?:namnd|styrelse|omrade|forvaltning|kontor|sjukhus|utskott|bolag)(?:en|n|et|s)*$)/u

/** `HSN` for `Hälso- och sjukvårdsnämnden`: each letter begins a word or the last part of a compound. */
function abbreviates(short: string, long: string): boolean {
  const letters = short.trim().replace(/^(?:varav|därav)\s+/iu, '')
  if (!/^\p{Lu}{2,6}$/u.test(letters)) return false
  const initials = plainText(long)
    .replace(afterTheName, '')
    .split(' ')
    .flatMap((word) => word.split(tails))
    .filter((part) => part !== '' && !['och', 'for', 'i', 'av', 'ab'].includes(part))
    .map((part) => part[0])
    .join('')
  return initials === plainText(letters)
}
