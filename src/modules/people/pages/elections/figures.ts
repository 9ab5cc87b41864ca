import { useLanguage } from '#web/language.tsx'

/** Numbers as they are written in the reader's language; a gap is a dash. */
export function useFigures() {
  const language = useLanguage()
  const format = new Intl.NumberFormat(language)
  return {
    number: (value: number | null) => (value === null ? '–' : format.format(value)),
    /** An exact decimal text. */
    percent: (value: string | null) =>
      value === null ? '–' : `${language === 'sv' ? value.replace('.', ',') : value}\u00a0%`,
  }
}
