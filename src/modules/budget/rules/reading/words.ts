/**
 * Swedish words brought to a form in which they meet: `Skatteintäkterna` and `skatteintäkt`, `Verksamhetens`
 * and `verksamhet`, `Förvaltning` and `förvaltningen`. Only for comparing; what is shown is always as printed.
 */

/** Abbreviations written out; found after å ä ö have become a a o, because `\b` knows ASCII letters only. */
const abbreviations: ReadonlyMap<string, string> = new Map([
  ['resp', 'respektive'],
  ['exkl', 'exklusive'],
  ['inkl', 'inklusive'],
  ['pga', 'pa grund av'],
  ['p g a', 'pa grund av'],
  ['p.g.a', 'pa grund av'],
  ['mm', ''],
  ['m m', ''],
  ['m.m', ''],
  ['odyl', ''],
  ['o dyl', ''],
  ['o.dyl', ''],
  ['etc', ''],
  ['fd', 'fore detta'],
  ['f d', 'fore detta'],
  ['f.d', 'fore detta'],
  ['s:t', 'sankt'],
  ['st', 'sankt'],
  ['ovr', 'ovrig'],
  ['avskrivn', 'avskrivning'],
  ['kortfr', 'kortfristig'],
  ['langfr', 'langfristig'],
  ['forandr', 'forandring'],
  ['verksamh', 'verksamhet'],
  ['org', 'organisation'],
])
const abbreviated = new RegExp(
  `\\b(?:${[...abbreviations.keys()].map((word) => word.replaceAll('.', String.raw`\.`)).join('|')})\\b\\.?`,
  'gu',
)

/** Lower case, abbreviations written out, marks gone, å ä ö as a a o: `Köpt hälso- och sjukvård, mm.` → `kopt halso och sjukvard`. */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\u00ad]+/gu, '')
    .toLowerCase()
    .replace(/[_\s\u00a0\u2000-\u200b\u202f]+/gu, ' ')
    .replace(abbreviated, (word) => abbreviations.get(word.replace(/\.$/u, '')) ?? word)
    .replace(/[^\p{L}\d%+]+/gu, ' ')
    .trim()
}

/** Endings of Swedish nouns and adjectives, longest first: definite, plural, genitive. */
const endings =
  /(?:arnas|ernas|ornas|arna|erna|orna|andes|ande|ens|ets|ers|ars|um|en|et|er|ar|or|es|as|a|e|s|n)$/u

/** Words whose forms the endings do not bring together. */
const irregular: ReadonlyMap<string, string> = new Map([
  ['aret', 'ar'],
  ['arets', 'ar'],
  ['aren', 'ar'],
  ['medlen', 'medel'],
  ['fordran', 'fordring'],
])

const shortest = 3

/**
 * A word without its endings, for comparing only (`nämndens`, `nämnden`, `nämnder` → `namnd`). Endings are taken
 * off until none is left, so that every form of a word arrives at the same stem. Short words stay.
 * @param word one word as `plainText` gives it
 */
export function stem(word: string): string {
  let left = irregular.get(word) ?? word
  for (;;) {
    let next = left.replace(endings, '')
    if (next === left && /[gllmnrv]t$|ot$/u.test(left)) next = left.slice(0, -1)
    if (next === left || next.length < shortest) return left
    left = next
  }
}

/** Words that carry no meaning of their own between others. */
const small = new Set([
  'och',
  'av',
  'for',
  'i',
  'pa',
  'till',
  'med',
  'den',
  'det',
  'de',
  'en',
  'ett',
  'som',
  'samt',
  'fran',
  'mot',
  'vid',
  'inom',
  'under',
])

/** Labels come back again and again in one file; what they were brought to is kept for a while. */
const known = new Map<string, readonly string[]>()
const mostKnown = 20_000

/** The words of a label as stems, without small words: what labels are compared by. */
export function stems(text: string): readonly string[] {
  const before = known.get(text)
  if (before !== undefined) return before
  const found = plainText(text)
    .split(' ')
    .filter((word) => word !== '' && !small.has(word))
    .map(stem)
  if (known.size >= mostKnown) known.clear()
  known.set(text, found)
  return found
}
