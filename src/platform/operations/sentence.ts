import type { Language } from '../i18n/languages.ts'
import type { TextParams } from '../i18n/texts.ts'
import type { ModuleTexts } from './registry.ts'

/** What these texts say under a key, in a language; null when they have no such key. */
export function sentence(
  texts: ModuleTexts | null | undefined,
  language: Language,
  key: string,
  params?: TextParams,
): string | null {
  const said = texts?.in(language)(key as never, params)
  // Texts answer a key they do not have with the key itself.
  return said === undefined || said === key ? null : said
}
