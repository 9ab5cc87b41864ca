import type { WrittenReference } from '../text/blocks.ts'
import { bad, good, type OrFault } from './fault.ts'
import {
  attributeNames,
  meaningOf,
  referenceNames,
  showNames,
  statementNames,
  wordFor,
  yearWords,
  type AttributeName,
  type ReferenceName,
  type StatementName,
} from './vocabulary.ts'

export type MoneyUnit = (typeof moneyUnits)[number]
export const moneyUnits = ['kr', 'tkr', 'mnkr', 'mdkr'] as const

/** How a figure is shown in running text. */
export type Show = {
  as: 'plain' | 'number' | 'signed' | 'absolute'
  /** null: the budget's own. */
  unit: MoneyUnit | null
  /** At most as many decimals; null: the budget's own. */
  decimals: number | null
}

/** One year, every year for itself, or all years added up. */
export type YearChoice = number | 'every' | 'together'

/** A reference in running text. */
export type FigureReference =
  | { of: 'amount' | 'taxStep'; row: string; year: YearChoice; show: Show }
  | { of: 'base' | 'change' | 'sum'; board: string | null; year: YearChoice; show: Show }
  | { of: 'result' | 'baseResult' | 'requirement' | 'tax'; year: YearChoice; show: Show }
  | { of: 'figure'; table: string; row: string; column: string; show: Show }
  | { of: 'assignment'; assignment: string }

/** A reference on a line of its own. */
export type TableReference =
  | { of: 'board'; board: string }
  | { of: 'statement'; statement: StatementName }
  | { of: 'unit'; unit: string }
  | { of: 'table'; table: string }
  | { of: 'result' }
  | { of: 'adjustments' | 'assignments'; board: string | null; chapter: string | null }

type Attributes = Partial<Record<AttributeName, string>>

const shown = ['show', 'in', 'decimals'] as const

/** Reads a reference in running text. */
export function figureReference(written: WrittenReference): OrFault<FigureReference> {
  const name = meaningOf(referenceNames, written.name)
  if (name === null) return bad('unknownName', { name: written.name })
  if (name === 'table' || name === 'adjustments' || name === 'assignments')
    return bad('onOwnLine', { name: written.name })
  const attributes = attributesOf(written)
  if (!attributes.ok) return attributes
  const unknown = notAllowed(attributes.value, written, allowedInText[name])
  if (unknown) return unknown
  return readFigure(name, attributes.value)
}

const allowedInText: Record<
  Exclude<ReferenceName, 'table' | 'adjustments' | 'assignments'>,
  AttributeName[]
> = {
  amount: ['row', 'year', ...shown],
  taxStep: ['row', 'year', ...shown],
  base: ['board', 'year', ...shown],
  change: ['board', 'year', ...shown],
  sum: ['board', 'year', ...shown],
  result: ['year', ...shown],
  baseResult: ['year', ...shown],
  requirement: ['year', ...shown],
  tax: ['year', ...shown],
  figure: ['table', 'row', 'column', ...shown],
  assignment: ['assignment'],
}

function readFigure(
  name: Exclude<ReferenceName, 'table' | 'adjustments' | 'assignments'>,
  attributes: Attributes,
): OrFault<FigureReference> {
  if (name === 'assignment') {
    return attributes.assignment
      ? good({ of: 'assignment', assignment: attributes.assignment })
      : missing('assignment')
  }
  const show = showOf(attributes)
  if (!show.ok) return show
  if (name === 'figure') {
    const { table, row, column } = attributes
    if (!table) return missing('table')
    if (!row) return missing('row')
    if (!column) return missing('column')
    return good({ of: 'figure', table, row, column, show: show.value })
  }
  const year = yearOf(attributes.year)
  if (!year.ok) return year
  if (name === 'amount' || name === 'taxStep') {
    return attributes.row
      ? good({ of: name, row: attributes.row, year: year.value, show: show.value })
      : missing('row')
  }
  if (name === 'base' || name === 'change' || name === 'sum')
    return good({ of: name, board: attributes.board ?? null, year: year.value, show: show.value })
  return good({ of: name, year: year.value, show: show.value })
}

/** Reads a reference on a line of its own. */
export function tableReference(written: WrittenReference): OrFault<TableReference> {
  const name = meaningOf(referenceNames, written.name)
  if (name === null) return bad('unknownName', { name: written.name })
  const attributes = attributesOf(written)
  if (!attributes.ok) return attributes
  const { board, chapter, statement, table, unitOf } = attributes.value
  if (name === 'result') {
    return notAllowed(attributes.value, written, []) ?? good({ of: 'result' })
  }
  if (name === 'adjustments' || name === 'assignments') {
    const unknown = notAllowed(attributes.value, written, ['board', 'chapter'])
    if (unknown) return unknown
    return board || chapter
      ? good({ of: name, board: board ?? null, chapter: chapter ?? null })
      : missing('chapter')
  }
  if (name !== 'table') return bad('inText', { name: written.name })
  const unknown = notAllowed(attributes.value, written, ['board', 'statement', 'unitOf', 'table'])
  if (unknown) return unknown
  if (board) return good({ of: 'board', board })
  if (unitOf) return good({ of: 'unit', unit: unitOf })
  if (table) return good({ of: 'table', table })
  if (!statement) return missing('board')
  const meant = meaningOf(statementNames, statement)
  return meant === null
    ? bad('badValue', { attribute: wordFor(attributeNames, 'statement'), value: statement })
    : good({ of: 'statement', statement: meant })
}

function attributesOf(written: WrittenReference): OrFault<Attributes> {
  const attributes: Attributes = {}
  for (const [word, value] of Object.entries(written.attributes)) {
    const name = meaningOf(attributeNames, word)
    if (name === null) return bad('unknownAttribute', { attribute: word, name: written.name })
    attributes[name] = value.trim()
  }
  return good(attributes)
}

function notAllowed(attributes: Attributes, written: WrittenReference, allowed: readonly AttributeName[]) {
  const stray = (Object.keys(attributes) as AttributeName[]).find((each) => !allowed.includes(each))
  return stray
    ? bad('unknownAttribute', { attribute: wordFor(attributeNames, stray), name: written.name })
    : null
}

function missing(attribute: AttributeName) {
  return bad('missingAttribute', { attribute: wordFor(attributeNames, attribute) })
}

function yearOf(written: string | undefined): OrFault<YearChoice> {
  if (written === undefined) return good('every')
  const word = meaningOf(yearWords, written)
  if (word !== null) return good(word)
  return /^\d{4}$/u.test(written)
    ? good(Number(written))
    : bad('badValue', { attribute: wordFor(attributeNames, 'year'), value: written })
}

function showOf({ show, in: unit, decimals }: Attributes): OrFault<Show> {
  const as = show === undefined ? 'plain' : meaningOf(showNames, show)
  if (as === null) return bad('badValue', { attribute: wordFor(attributeNames, 'show'), value: show ?? '' })
  const known = moneyUnits.find((each) => each === unit) ?? null
  if (unit !== undefined && known === null)
    return bad('badValue', { attribute: wordFor(attributeNames, 'in'), value: unit })
  if (decimals !== undefined && !/^[0-6]$/u.test(decimals))
    return bad('badValue', { attribute: wordFor(attributeNames, 'decimals'), value: decimals })
  return good({ as, unit: known, decimals: decimals === undefined ? null : Number(decimals) })
}
