import type { Language } from '#platform/i18n/languages.ts'
import { timeZone } from '#platform/dates.ts'

const locales = { sv: 'sv-SE', en: 'en-GB' } as const

/** A moment as day and time: `22 nov. 2026 10:05`. */
export function dayAndTime(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(iso))
}

/** A day: `22 november 2026`. Takes a day or a moment. */
export function day(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone }).format(new Date(iso))
}
