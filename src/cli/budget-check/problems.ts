import { readingTexts } from '#modules/budget/messages/reading.ts'
import type { ReadingProblem } from '#modules/budget/rules/reading/recognition.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import { checkCommandTexts } from './messages/check-command.ts'

/** What is wrong in a file, with where: `statements.csv, rad 12, kolumn C: …`. */
export function problemSentence({ severity, place, message }: ReadingProblem, language: Language): string {
  const t = checkCommandTexts.in(language)
  const where = [
    place.file,
    place.sheet,
    place.row === null ? null : t('row', { row: place.row }),
    place.column === null ? null : t('column', { column: columnName(place.column) }),
  ].filter(Boolean)
  const said = readingTexts.in(language)(message.key, message.params)
  return `${t(`severity.${severity}`)}: ${where.length > 0 ? `${where.join(', ')}: ` : ''}${said}`
}

/** A column as spreadsheets name it: 1 → A, 27 → AA. */
export function columnName(column: number): string {
  const before = Math.floor((column - 1) / 26)
  const letter = String.fromCodePoint(65 + ((column - 1) % 26))
  return before > 0 ? `${columnName(before)}${letter}` : letter
}
