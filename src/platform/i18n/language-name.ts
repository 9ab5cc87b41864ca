import { languages, type Language } from './languages.ts'

/**
 * What a language is called, in the reader's own language: `fa` is persiska. A code that no list of languages
 * knows is shown as it is.
 * @param code tag of a language: `sv`, `fi-FI`, `sgn-SE`
 */
export function languageName(code: string, language: Language): string {
  return knownName(code, language) ?? code
}

/**
 * The code of a language, by what it is called in one of the languages of the interface, or by the code itself:
 * `persiska`, `Persian` and `fa` are `fa`.
 * @returns null for what no list of languages knows
 */
export function languageCode(word: string): string | null {
  const written = word.trim().toLowerCase()
  const called = codesByName().get(written)
  if (called) return called
  return /^[a-z]{2,3}$/.test(written) && knownName(written, 'en') !== undefined ? written : null
}

function knownName(code: string, language: Language): string | undefined {
  try {
    return new Intl.DisplayNames(language, { type: 'language', fallback: 'none' }).of(code)
  } catch (error) {
    // Kept codes only look like language tags; some that do are none.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const letters = [...'abcdefghijklmnopqrstuvwxyz']
/** Spoken in Sweden, and without a code of two letters. */
const threeLetters = ['fit', 'smj', 'sma', 'rom', 'ckb', 'prs', 'syr', 'arc']

let names: Map<string, string> | null = null

/** Every language that has a code of two letters, and some more, by its names in small letters. */
function codesByName(): ReadonlyMap<string, string> {
  if (names) return names
  names = new Map()
  const codes = [...letters.flatMap((one) => letters.map((other) => one + other)), ...threeLetters]
  for (const code of codes) {
    // A code of other days is another's second name: `iw` is `he`.
    if (new Intl.Locale(code).language !== code) continue
    for (const language of languages) {
      const name = knownName(code, language)?.toLowerCase()
      if (name && !names.has(name)) names.set(name, code)
    }
  }
  return names
}
