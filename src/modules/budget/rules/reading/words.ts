/**
 * Swedish words brought to a form in which they meet: `Skatteintäkterna` and `skatteintäkt`, `Verksamhetens`
 * and `verksamhet`, `Förvaltning` and `förvaltningen`. Only for comparing; what is shown is always as printed.
 */

/** Abbreviations written out; tried after å ä ö have become a a o, because `\b` knows ASCII letters only. */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\bresp\b\.?/gu, 'respektive'],
  [/\bexkl\b\.?/gu, 'exklusive'],
  [/\binkl\b\.?/gu, 'inklusive'],
  [/\bp\.?\s?g\.?\s?a\b\.?/gu, 'pa grund av'],
  [/\bm\s?\.?\s?m\b\.?/gu, ''],
  [/\bo\.?\s?dyl\b\.?/gu, ''],
  [/\betc\b\.?/gu, ''],
  [/\bf\.\s?d\b\.?/gu, 'fore detta'],
  [/\bs:t\b|\bst\.?(?=\s\p{L}{3})/gu, 'sankt'],
  [/\bovr\b\.?/gu, 'ovrig'],
  [/\bavskrivn\b\.?/gu, 'avskrivning'],
  [/\bkortfr\b\.?/gu, 'kortfristig'],
  [/\blangfr\b\.?/gu, 'langfristig'],
  [/\bforandr\b\.?/gu, 'forandring'],
  [/\bverksamh\b\.?/gu, 'verksamhet'],
  [/\borg\b\.?/gu, 'organisation'],
]

/** Lower case, abbreviations written out, marks gone, å ä ö as a a o: `Köpt hälso- och sjukvård, mm.` → `kopt halso och sjukvard`. */
export function plainText(text: string): string {
  let plain = text
    .normalize('NFD')
    .replace(/[\p{M}\u00ad]+/gu, '')
    .toLowerCase()
    .replace(/[_\s\u00a0\u2000-\u200b\u202f]+/gu, ' ')
  for (const [pattern, full] of abbreviations) plain = plain.replace(pattern, full)
  return plain.replace(/[^\p{L}\d%+]+/gu, ' ').trim()
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

/** The words of a label as stems, without small words: what labels are compared by. */
export function stems(text: string): string[] {
  return plainText(text)
    .split(' ')
    .filter((word) => word !== '' && !small.has(word))
    .map(stem)
}
