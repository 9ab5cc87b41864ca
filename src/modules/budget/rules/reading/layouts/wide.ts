import type { Unit } from '../../book.ts'
import {
  slug,
  titleAsWritten,
  uniqueKeys,
  type Grid,
  type GridCell,
  type GridProblem,
  type GridRow,
} from '../grid.ts'
import { readColumnLabel } from '../column-label.ts'
import { message } from '../message.ts'
import { readPrintedNumber } from '../printed-number.ts'
import type { RawCell, RawRow, RawTable } from '../raw-table.ts'
import { tableKindOfTitle } from '../table-kind.ts'
import { unitInHeading, unitOf } from '../units.ts'
import { isBlank } from './fields.ts'
import { headingBlocks, isTitle, type HeadedColumn, type HeadingBlock } from './headings.ts'
import { giveSections } from './sections.ts'

/**
 * Lays a sheet or file out as grids, one for each block of headings: the lines between a block and the last
 * figures before it are the title, the lines after it the rows. Blank lines inside a table part nothing.
 */
export function gridsOfWide(raw: RawTable): Grid[] {
  const blocks = headingBlocks(raw.rows)
  const keyOnce = uniqueKeys()
  const titles = blocks.map((block, at) => titleOver(raw.rows, block, blocks[at - 1]))
  return blocks.map((block, at): Grid => {
    const next = blocks[at + 1]
    const end = next === undefined ? raw.rows.length : (titles[at + 1]?.start ?? next.start)
    const { lines } = titles[at] ?? { lines: [] }
    const title = titleOf(raw, lines, raw.rows[block.start], blocks.length)
    return gridOf(
      raw,
      keyOnce(slug(title)),
      title,
      unitOver(lines, raw.rows[block.start]),
      block,
      raw.rows.slice(block.end + 1, end),
    )
  })
}

/** True when at least one line reads as headings over figures. */
export function isWide(raw: RawTable): boolean {
  return headingBlocks(raw.rows).length > 0
}

/**
 * The lines of text alone that stand over a block. Under another table they reach back to a blank line; where no
 * blank line parts them from its figures only the last line is the title, and the ones above are notes to it.
 */
function titleOver(
  rows: readonly RawRow[],
  block: HeadingBlock,
  before: HeadingBlock | undefined,
): { start: number; lines: string[] } {
  const found: { at: number; text: string }[] = []
  const first = before === undefined ? 0 : before.end + 1
  for (let at = block.start - 1; at >= first; at--) {
    const row = rows[at]
    if (row === undefined) break
    const parted = (rows[at + 1]?.line ?? 0) - row.line > 1
    if (before !== undefined && found.length > 0 && (parted || isBlank(row))) break
    if (isBlank(row)) continue
    const texts = [...new Set(row.cells.flatMap((cell) => cell?.text.trim() || []))]
    if (texts.length > 1 && hasFigure(row)) {
      if (found.length > 1) found.length = 1
      break
    }
    found.push({ at, text: texts.join(' ') })
  }
  return { start: found.at(-1)?.at ?? block.start, lines: found.map(({ text }) => text).toReversed() }
}

function hasFigure(row: RawRow): boolean {
  return row.cells
    .slice(1)
    .some((cell) => cell !== null && !cell.merged && (cell.number !== null || isFigure(cell.text)))
}

function isFigure(text: string): boolean {
  if (/^-?\d[\d ]*(?:,\d+)?$/u.test(text)) return true
  if (!/\d/u.test(text)) return false
  const read = readPrintedNumber(text)
  return read.ok ? read.value !== null : read.problem.key !== 'reading.number.notANumber'
}

function titleOf(
  raw: RawTable,
  lines: readonly string[],
  headings: RawRow | undefined,
  blocks: number,
): string {
  const own = lines.filter((line) => unitAlone(line) === null).map((line) => line.replace(/\s+/gu, ' '))
  const [first] = own
  if (first === undefined) {
    // `Anslag, mkr` over the labels names the table when no line above does.
    const corner = headings?.cells[0]?.text.replace(/\s+/gu, ' ').trim() ?? ''
    return tableKindOfTitle(corner) === null ? titleAsWritten(raw.name) : withoutUnit(corner)
  }
  const last = own.at(-1) ?? first
  // Several lines: the last one is nearest to the table; the ones above may be the document's name.
  return titleAsWritten(blocks > 1 || own.length === 1 ? last : own.join(' – ').slice(0, 200))
}

function withoutUnit(title: string): string {
  return title.replace(/[\s,(]+(?:i\s+)?[\p{L}.]+\)?$/u, (end) => (unitInHeading(end) === null ? end : ''))
}

/** `Mkr`, `Belopp i tkr`, `(mnkr)`: a line that says nothing but the unit. */
function unitAlone(line: string): Unit | null {
  const words = line
    .replace(/\b(?:alla|belopp(?:en)?|siffror(?:na)?|uppgifter(?:na)?|anges|redovisas|i)\b/giu, ' ')
    .replace(/[(),.:;]+/gu, ' ')
  return unitOf(words)
}

function unitOver(lines: readonly string[], headings: RawRow | undefined): Unit | null {
  const first = headings?.cells[0]?.text ?? ''
  for (const text of [first, ...lines.toReversed()]) {
    const unit = unitAlone(text) ?? unitInHeading(text)
    if (unit !== null && unit !== 'percent') return unit
  }
  return null
}

function gridOf(
  raw: RawTable,
  key: string,
  title: string,
  unit: Unit | null,
  block: HeadingBlock,
  lines: readonly RawRow[],
): Grid {
  const problems: GridProblem[] = []
  const rows = lines.filter((row) => !isBlank(row) && !isTitleOnly(row))
  const columns = figureColumns(rows, block, problems)
  const firstFigure = Math.min(...columns.map(({ at }) => at))
  const laid = rows.map((row): GridRow => rowFrom(row, columns, firstFigure))
  problems.push(...raggedRows(raw, rows, columns))
  return {
    key,
    title,
    file: raw.file,
    sheet: raw.sheet,
    kind: null,
    body: null,
    chapter: /\bkap(?:itel)?\.?\s*(\d{1,2})\b/iu.exec(title)?.[1] ?? null,
    unit,
    headings: columns.map(({ at, text, line }) => ({ text, kind: null, line, column: at + 1 })),
    rows: giveSections(laid),
    problems,
  }
}

/** Rows that reach past the last heading, and in a text file rows that end too early while others are whole. */
function raggedRows(raw: RawTable, rows: readonly RawRow[], columns: readonly HeadedColumn[]): GridProblem[] {
  const width = Math.max(...columns.map(({ at }) => at)) + 1
  const figures = rows.filter(hasFigure)
  const whole = figures.filter((row) => row.cells.length >= width).length
  const expectWhole = raw.sheet === null && whole >= figures.length * 0.5
  return figures.flatMap((row): GridProblem[] => {
    const beyond = row.cells.findIndex(
      (cell, at) =>
        at >= width && cell !== null && !cell.merged && (cell.number !== null || isFigure(cell.text)),
    )
    if (beyond >= 0) {
      const said = message('reading.row.figureBeyond', {
        read: row.cells[beyond]?.text ?? '',
        columns: columns.length,
      })
      return [{ severity: 'error', line: row.line, column: beyond + 1, message: said }]
    }
    if (!expectWhole || row.cells.length >= width) return []
    const said = message('reading.row.tooShort', { found: row.cells.length, expected: width })
    return [{ severity: 'warning', line: row.line, column: null, message: said }]
  })
}

function isTitleOnly(row: RawRow): boolean {
  return isTitle(row) && row.cells.filter((cell) => cell !== null).length > 1
}

/**
 * The columns that hold figures: those with a heading of kind or year, and others with figures in them. A
 * column of words (comments, responsible) is left out and told of.
 */
function figureColumns(
  rows: readonly RawRow[],
  block: HeadingBlock,
  problems: GridProblem[],
): HeadedColumn[] {
  const line = block.columns[0]?.line ?? 0
  const width = Math.max(0, ...rows.map((row) => row.cells.length), ...block.columns.map(({ at }) => at + 1))
  const headed = new Map(block.columns.map((column) => [column.at, column]))
  const firstHeaded = block.columns[0]?.at ?? 1
  const lastHeaded = block.columns.at(-1)?.at ?? 0
  const columns: HeadedColumn[] = []
  for (let at = Math.min(firstHeaded, width); at < width; at++) {
    const column = headed.get(at)
    const cells = rows.flatMap((row) => row.cells[at] ?? [])
    const figures = cells.filter((cell) => cell.number !== null || isFigure(cell.text)).length
    const words = cells.filter(
      (cell) => cell.number === null && !cell.error && !cell.merged && isWords(cell.text),
    ).length
    if (column === undefined && figures === 0) continue
    // A few figures past the last heading are rows that went wrong, not a column.
    if (column === undefined && at > lastHeaded && figures <= rows.length * 0.5) continue
    const named = readColumnLabel(column?.text ?? '').confidence > 0
    if (!named && words > figures && words > rows.length * 0.2) {
      const said =
        column === undefined || column.text === ''
          ? message('reading.column.leftOutUnnamed', { column: at + 1 })
          : message('reading.column.leftOut', { heading: column.text, column: at + 1 })
      problems.push({ severity: 'notice', line, column: at + 1, message: said })
      continue
    }
    columns.push(column ?? { at, text: '', line, unit: null })
  }
  return columns
}

function isWords(text: string): boolean {
  return /\p{L}{2,}/u.test(text) && !isFigure(text) && !readPrintedNumber(text).ok
}

function rowFrom(row: RawRow, columns: readonly HeadedColumn[], firstFigure: number): GridRow {
  const left = row.cells.slice(0, firstFigure).map((cell, at) => ({ cell, at }))
  const texts = left.filter(({ cell }) => cell !== null && !cell.merged && cell.text.trim() !== '')
  // `100 Kommunstyrelsen`: a code in a column of its own is not the name.
  const named = texts.filter(({ cell }) => cell !== null && !/^[\d.:-]+$/u.test(cell.text.trim()))
  const label = named.at(-1) ?? texts.at(-1)
  const indent = (label?.cell?.indent ?? 0) + (named.length === 1 ? (label?.at ?? 0) * 2 : 0)
  const [group] = named.length > 1 ? named : []
  return {
    label: label?.cell?.text.replace(/\s+/gu, ' ').trim() ?? '',
    section: group?.cell?.text.trim() ?? null,
    level: null,
    indent,
    bold: label?.cell?.bold ?? false,
    sort: null,
    sourceLine: row.line,
    line: row.line,
    cells: columns.map(({ at, unit }) => cellFrom(row.cells[at] ?? null, row.line, at, unit)),
  }
}

function cellFrom(cell: RawCell | null, line: number, at: number, unit: Unit | null): GridCell | null {
  if (cell === null || cell.merged) return null
  return {
    text: cell.text.trim(),
    number: cell.number,
    unit,
    sourceLine: line,
    line,
    column: at + 1,
    error: cell.error,
  }
}
