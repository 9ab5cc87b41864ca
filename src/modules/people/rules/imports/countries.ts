import { searchKey } from '../names.ts'

/** Countries that Swedish registers write out; others are given by their two letters. */
const codes = new Map<string, string>(
  Object.entries({
    SE: ['sverige', 'sweden', 'swe', 's'],
    NO: ['norge', 'norway', 'nor'],
    DK: ['danmark', 'denmark', 'dnk'],
    FI: ['finland', 'fin'],
    IS: ['island', 'iceland', 'isl'],
    AX: ['aland'],
    DE: ['tyskland', 'germany', 'deutschland', 'deu'],
    GB: ['storbritannien', 'england', 'united kingdom', 'uk', 'gbr', 'skottland', 'scotland', 'wales'],
    IE: ['irland', 'ireland'],
    NL: ['nederlanderna', 'holland', 'netherlands'],
    BE: ['belgien', 'belgium'],
    FR: ['frankrike', 'france'],
    ES: ['spanien', 'spain'],
    PT: ['portugal'],
    IT: ['italien', 'italy'],
    CH: ['schweiz', 'switzerland'],
    AT: ['osterrike', 'austria'],
    PL: ['polen', 'poland'],
    EE: ['estland', 'estonia'],
    LV: ['lettland', 'latvia'],
    LT: ['litauen', 'lithuania'],
    GR: ['grekland', 'greece'],
    TR: ['turkiet', 'turkey'],
    US: ['usa', 'united states', 'forenta staterna'],
    CA: ['kanada', 'canada'],
  }).flatMap(([code, words]) => words.map((word) => [word, code] as const)),
)

/** A country by its two letters (ISO 3166-1); null when the word is not known. */
export function countryOf(text: string): string | null {
  const word = searchKey(text)
  return codes.get(word) ?? (/^[a-z]{2}$/.test(word) ? word.toUpperCase() : null)
}
