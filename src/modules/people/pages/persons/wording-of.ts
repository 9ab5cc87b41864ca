import type { Language } from '#platform/i18n/languages.ts'

export type ShownWording = {
  id: string
  purpose: string
  version: number
  swedish: string
  english: string
}

/** What was agreed to, as it was asked; its purpose's key when the words are no longer among those in use. */
export function wordingOf(
  wordings: readonly ShownWording[],
  { wordingId, purpose }: { wordingId: string; purpose: string },
  language: Language,
): string {
  const wording = wordings.find(({ id }) => id === wordingId)
  return wording ? wording[language === 'sv' ? 'swedish' : 'english'] : purpose
}
