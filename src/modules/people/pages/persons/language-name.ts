import type { Language } from '#platform/i18n/languages.ts'

/**
 * What a language is called, in the reader's own language: `fa` is persiska. A code that no list of languages
 * knows is shown as it is.
 * @param code tag of a language: `sv`, `fi-FI`, `sgn-SE`
 */
export function languageName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code
  } catch (error) {
    // Kept codes only look like language tags; some that do are none.
    if (error instanceof RangeError) return code
    throw error
  }
}
