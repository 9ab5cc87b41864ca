import type { Language } from '#platform/i18n/languages.ts'
import { peopleTexts } from '../../messages/people.ts'
import type { RegisterColumn } from '../../rules/registers/register-columns.ts'

/** The words that a register is written in as a file, in the language of whoever takes it out. */
export function registerWords(language: Language) {
  const t = peopleTexts.in(language)
  return {
    t,
    heading: (column: RegisterColumn) => t(`register.column.${column}`),
    yes: (holds: boolean) => (holds ? t('register.yes') : ''),
  }
}

export type RegisterWords = ReturnType<typeof registerWords>
