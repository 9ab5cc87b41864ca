import { createIntl, createIntlCache, type IntlShape } from '@formatjs/intl'
import type { Language } from './languages.ts'

export type TextParams = Record<string, string | number | boolean | Date>

/** Gives a text in one language, with its parameters filled in. */
export type Translate<Key extends string> = (key: Key, params?: TextParams) => string

/** One feature's texts in both languages; `in(language)` gives the function that speaks it. */
export type Texts<Key extends string> = { in(language: Language): Translate<Key> }

const locales = { sv: 'sv-SE', en: 'en-GB' } as const

/**
 * Ties a feature's two message files together (ICU MessageFormat). The keys are those of the Swedish file, so a
 * key that does not exist does not compile; a test sees to it that the English file is whole.
 */
export function texts<Messages extends Record<string, string>>(
  sv: Messages,
  en: Record<keyof Messages, string>,
): Texts<Extract<keyof Messages, string>> {
  const speakers: Partial<Record<Language, Translate<Extract<keyof Messages, string>>>> = {}
  return {
    in: (language) => (speakers[language] ??= speaker(language, language === 'sv' ? sv : en)),
  }
}

const cache = createIntlCache()

function speaker(language: Language, messages: Record<string, string>): Translate<string> {
  let intl: IntlShape | null = null
  return (key, params) => {
    // In a browser, texts with something to fill in are parsed already: see compile-messages.ts.
    const message: unknown = messages[key] ?? key
    // Most texts have nothing to fill in; they need no formatter at all.
    if (typeof message === 'string' && !/[{']/.test(message)) return message
    intl ??= createIntl({ locale: locales[language], messages, onError: () => undefined }, cache)
    return intl.formatMessage({ id: key }, params as Record<string, string | number>)
  }
}
