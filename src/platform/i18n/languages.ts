/** Swedish first; English beside it. */
export const languages = ['sv', 'en'] as const

export type Language = (typeof languages)[number]

export const defaultLanguage: Language = 'sv'

/** The first of our languages that the reader's browser asks for. */
export function languageFromHeader(acceptLanguage: string | null): Language {
  for (const part of (acceptLanguage ?? '').split(',')) {
    const code = part.trim().slice(0, 2).toLowerCase()
    if (code === 'sv' || code === 'en') return code
    // Norwegian and Danish readers understand Swedish better than English office words.
    if (['nb', 'nn', 'no', 'da'].includes(code)) return 'sv'
  }
  return defaultLanguage
}

/** Is this text one of our languages? */
export function isLanguage(text: string | null | undefined): text is Language {
  return text === 'sv' || text === 'en'
}
