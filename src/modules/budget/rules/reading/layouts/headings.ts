import type { Unit } from '../../book.ts'
import { readColumnLabel } from '../column-label.ts'
import { readPrintedNumber } from '../printed-number.ts'
import type { RawCell, RawRow } from '../raw-table.ts'
import { tableKindOfTitle } from '../table-kind.ts'
import { unitInHeading, unitOf } from '../units.ts'
import { isBlank } from './fields.ts'

/** The lines of headings over a table: where they begin and end in the rows, and what stands over each column. */
export type HeadingBlock = { start: number; end: number; columns: HeadedColumn[] }
export type HeadedColumn = { at: number; text: string; line: number; unit: Unit | null }

/** The text of a heading cell; a year that is a number shows no thousands separator. */
function headingText(cell: RawCell | null | undefined): string {
  if (!cell) return ''
  const number = cell.number?.value
  if (number?.isInteger() && number.gte(1990) && number.lte(2100)) return number.toFixed()
  return cell.text.replace(/\s+/gu, ' ').trim()
}

type HeadingSort = 'label' | 'year' | 'unit' | 'words' | 'figure' | 'none'

function sortOf(cell: RawCell | null | undefined): HeadingSort {
  const text = headingText(cell)
  if (text === '') return 'none'
  const label = readColumnLabel(text)
  if (label.kind !== null && label.confidence > 0.5) return 'label'
  if (
    /^(?:år )?(?:19|20)\d{2}$/iu.test(text) ||
    (label.year !== null && !/^[\d\s.,%-]+$/u.test(text) && text.length <= 20)
  )
    return 'year'
  if (/^(?:19|20)\d{2}-\d{2}-\d{2}$/u.test(text)) return 'year'
  if (unitOf(text) !== null) return 'unit'
  if (cell?.number) return 'figure'
  const number = readPrintedNumber(text)
  if (number.ok || number.problem.key === 'reading.number.ambiguous') return 'figure'
  return 'words'
}

/** A number that is no year, seen without a closer look, so that long tables stay quick. */
function isClearlyFigure(cell: RawCell | null): boolean {
  if (cell === null) return false
  if (cell.number !== null)
    return !cell.number.value.isInteger() || cell.number.value.lt(1990) || cell.number.value.gt(2100)
  return (
    /^\s*[-−–]?\d[\d\s\u00a0]*(?:,\d+)?\s*$/u.test(cell.text) && !/^\s*(?:19|20)\d{2}\s*$/u.test(cell.text)
  )
}

/**
 * Is the row a line of headings? It has kinds or years over at least one column besides the first and no
 * figures. A line of bare years has them in order under a corner that is no row's label, because figures may look
 * like years; only where no headings stand above do years that follow on one another tell enough.
 */
function isHeadingRow(row: RawRow, headedAbove: boolean): boolean {
  if (row.cells.some((cell, at) => at > 0 && isClearlyFigure(cell)) || isTitle(row)) return false
  const sorts = row.cells.map(sortOf)
  const rest = sorts.slice(1)
  if (rest.includes('figure')) return false
  const labels = rest.filter((sort) => sort === 'label').length
  const years = row.cells
    .slice(1)
    .flatMap((cell, at) => (rest[at] === 'year' ? [readColumnLabel(headingText(cell)).year ?? 0] : []))
  const words = rest.filter((sort) => sort === 'words').length
  if (labels + years.length === 0) return false
  if (labels > 0) return labels + years.length >= words
  if (words > years.length) return false
  const steps = years.slice(1).map((year, at) => year - (years[at] ?? 0))
  if (!headedAbove && steps.length > 0 && steps.every((step) => step === 1)) return true
  return (
    isCorner(headingText(row.cells[0])) &&
    steps.every((step) => step >= 0) &&
    (years.length >= 2 || row.cells.length <= 2)
  )
}

/** What may stand over the labels: nothing, a unit, `Nämnd`, `Anslag (mkr)`. */
function isCorner(text: string): boolean {
  if (text === '' || unitOf(text) !== null || tableKindOfTitle(text) !== null) return true
  const word = text.replace(/[\s,(/]+\S*$/u, '')
  return (
    /^(?:nämnd|styrelse|enhet|bolag|post|benämning|rad|konto|verksamhet|text|rubrik|belopp)$/iu.test(word) &&
    !/\d/u.test(text)
  )
}

/** A line that goes on with the headings above: it adds kinds, years or units that they do not have yet. */
function continuesHeadings(row: RawRow | undefined, above: readonly RawRow[]): boolean {
  if (row === undefined || isBlank(row) || isTitle(row)) return false
  const sorts = row.cells.slice(1).map(sortOf)
  if (
    sorts.includes('figure') ||
    !sorts.some((sort) => sort === 'label' || sort === 'year' || sort === 'unit')
  )
    return false
  return row.cells.every((cell, at) => {
    if (at === 0) return true
    const own = readColumnLabel(headingText(cell))
    const said = readColumnLabel(
      above
        .map((each) => headingText(each.cells[at]))
        .join(' ')
        .trim(),
    )
    return (
      (own.year === null || said.year === null) &&
      (own.kind === null || said.kind === null || own.kind === 'change' || said.kind === 'change')
    )
  })
}

/** One text alone, or the same text all over because its cells are merged. */
export function isTitle(row: RawRow): boolean {
  const texts = row.cells.flatMap((cell) => headingText(cell) || [])
  return texts.length > 0 && new Set(texts).size === 1 && (texts.length > 1 || !isBareHeading(texts[0] ?? ''))
}

/** `Budget 2025` and `2025` are headings even alone; a longer text with a year in it is a title. */
function isBareHeading(text: string): boolean {
  return (
    readColumnLabel(text).confidence >= 0.5 && text.split(' ').length <= 3 && tableKindOfTitle(text) === null
  )
}

/** Every block of heading lines in the rows, from the top. */
export function headingBlocks(rows: readonly RawRow[]): HeadingBlock[] {
  const blocks: HeadingBlock[] = []
  let headedAbove = false
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]
    if (row === undefined) break
    if (isBlank(row) || row.line - (rows[at - 1]?.line ?? 0) > 1) headedAbove = false
    if (!isHeadingRow(row, headedAbove)) continue
    let end = at
    while (end - at < 3 && continuesHeadings(rows[end + 1], rows.slice(at, end + 1))) end++
    blocks.push({ start: at, end, columns: headedColumns(rows.slice(at, end + 1)) })
    headedAbove = true
    at = end
  }
  return blocks
}

/** Puts the lines over each column together: `2025` over `Budget` is `Budget 2025`, `mkr` under it the unit. */
function headedColumns(rows: readonly RawRow[]): HeadedColumn[] {
  const width = Math.max(...rows.map((row) => row.cells.length))
  const filled = rows.map((row, line) => spread(row, rows.slice(line + 1)))
  return Array.from({ length: width }, (_, at) => at).flatMap((at): HeadedColumn[] => {
    const texts = filled.flatMap((each) => each[at] || [])
    const units = texts.flatMap((text) => unitOf(text) ?? [])
    const text = [...new Set(texts.filter((each) => unitOf(each) === null))].join(' ')
    // The first column holds the labels, whatever stands over it (`Anslag, mkr`).
    if (at === 0) return []
    return text === '' && units.length === 0
      ? []
      : [{ at, text, line: rows[0]?.line ?? 0, unit: units[0] ?? unitSaidBy(text) }]
  })
}

/** `Förändring, %` counts per cent; `−2 %` is a scenario, whose amounts count what the others do. */
function unitSaidBy(text: string): Unit | null {
  return readColumnLabel(text).kind === 'scenario' ? null : unitInHeading(text)
}

/**
 * The texts of a heading line, with what is written once over several columns repeated over each: `2024` over
 * `Budget` and `Prognos`, `Plan` over `2026` and `2027`.
 */
function spread(row: RawRow, below: readonly RawRow[]): string[] {
  const width = Math.max(row.cells.length, ...below.map((each) => each.cells.length))
  let last = ''
  return Array.from({ length: width }, (_, at) => {
    const text = headingText(row.cells[at])
    if (text !== '' || at === 0) {
      if (at > 0) last = text
      return text
    }
    const over = readColumnLabel(last)
    const under = readColumnLabel(
      below.map((each) => headingText(each.cells[at])).find((each) => each !== '') ?? '',
    )
    const year = over.year !== null && under.year === null && under.kind !== null && under.kind !== 'change'
    const kind = over.kind !== null && over.year === null && under.kind === null && under.year !== null
    return year || kind ? last : ''
  })
}
