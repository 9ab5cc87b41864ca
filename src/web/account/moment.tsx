import { timeZone } from '#platform/dates.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { useLanguage } from '../language.tsx'

const locales = { sv: 'sv-SE', en: 'en-GB' } as const

/** A day, or a day and a time, in Swedish time: `22 nov. 2026 11:04`. */
export function momentText(at: Date, language: Language, { time = true } = {}): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    ...(time ? { timeStyle: 'short' } : {}),
    timeZone,
  }).format(at)
}

/** A moment as it is read by people, with the exact one for machines. */
export function Moment({ at, time = true }: { at: Date; time?: boolean }) {
  return <time dateTime={at.toISOString()}>{momentText(at, useLanguage(), { time })}</time>
}
