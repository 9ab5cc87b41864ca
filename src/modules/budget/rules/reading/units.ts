import type { Unit } from '../book.ts'

/** How a unit is written after a figure, in a heading (`Mkr`) or in a column called unit. Lower case. */
const words: Record<Exclude<Unit, 'other'>, readonly string[]> = {
  kr: ['kr', 'kronor', 'sek', ':-', 'kr/inv', 'kr/invånare', 'kronor per invånare'],
  tkr: [
    'tkr',
    'ksek',
    'kkr',
    'tusental kronor',
    'tusen kronor',
    'tusentals kronor',
    'tsek',
    '1000 kr',
    'tusen',
  ],
  mnkr: [
    'mnkr',
    'mkr',
    'milj',
    'miljoner',
    'miljoner kronor',
    'milj kr',
    'milj kronor',
    'mn',
    'mn kr',
    'msek',
    'mmkr',
  ],
  mdkr: ['mdkr', 'mdr', 'mdr kr', 'miljarder', 'miljarder kronor', 'miljard', 'mdsek', 'md kr'],
  percent: [
    '%',
    'procent',
    'percent',
    'proc',
    'kr/skkr',
    'kr/skattekrona',
    'kronor per skattekrona',
    'kr per skattekrona',
  ],
  percentagePoints: [
    'procentenheter',
    'procentenhet',
    '%-enheter',
    '%-enhet',
    'p.e',
    'pe',
    'percentagepoints',
  ],
  öre: ['öre', 'ore', 'skatteöre', 'öre/skkr'],
  count: ['st', 'antal', 'personer', 'årsarbetare', 'helårsarbetare', 'invånare', 'count', 'stycken'],
}

const unitByWord = new Map<string, Unit>(
  Object.entries(words).flatMap(([unit, list]) => list.map((word) => [word, unit as Unit] as const)),
)

/**
 * The unit a word stands for (`milj.` → mnkr, `kr/skkr` → percent, because a tax krona is 100 kronor), or null.
 * Capitals, full stops at the end and several spaces do not matter.
 */
export function unitOf(word: string): Unit | null {
  const plain = word.toLowerCase().replace(/\s+/gu, ' ').trim()
  return unitByWord.get(plain) ?? unitByWord.get(plain.replace(/\.+(?=\s|$)/gu, '')) ?? null
}

const inHeading =
  /(?:^|[\s(,:;/])(mnkr|mkr|msek|milj(?:oner|\.)? ?kr(?:onor)?|mn kr|tkr|ksek|kkr|tusen(?:tal|tals)? kronor|mdkr|mdr kr|miljarder kronor|procent|%|procentenheter|öre|kronor|kr|sek|antal)(?=$|[\s),.:;/])/iu

/**
 * The unit a heading names (`Resultaträkning (Mkr)`, `Belopp i tusental kronor`, `Förändring, %`), or null.
 * The longest name wins where several stand (`miljoner kronor` is not `kronor`).
 */
export function unitInHeading(heading: string): Unit | null {
  const plain = heading.replace(/[\s\u00a0]+/gu, ' ')
  const found = inHeading.exec(plain)
  if (found?.[1] === undefined) return null
  return unitOf(found[1])
}
