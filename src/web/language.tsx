import { createContext, use, type ReactNode } from 'react'
import { defaultLanguage, type Language } from '#platform/i18n/languages.ts'
import type { Texts, Translate } from '#platform/i18n/texts.ts'

const LanguageContext = createContext<Language>(defaultLanguage)

/** Everything inside speaks this language. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>
}

export function useLanguage(): Language {
  return use(LanguageContext)
}

/** A feature's texts in the reader's language. */
export function useTexts<Key extends string>(texts: Texts<Key>): Translate<Key> {
  return texts.in(use(LanguageContext))
}
