import type { Language } from '#platform/i18n/languages.ts'
import { timeZone } from '#platform/dates.ts'

const formats = { sv: 'sv-SE', en: 'en-GB' } as const

/** A moment as day and time of day, as it was in Sweden. */
export function moment(at: string, language: Language): string {
  return new Intl.DateTimeFormat(formats[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(at))
}
