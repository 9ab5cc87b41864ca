import type { GridProblem } from './grid.ts'
import { usualLimits, type Limits } from './limits.ts'
import { message } from './message.ts'
import { cellsOfPdfLines } from './pdf-lines.ts'
import { placeOf, textCell, type RawRow, type RawTable } from './raw-table.ts'
import type { ReadingProblem } from './recognition.ts'

export type PastedText = { table: RawTable; problems: ReadingProblem[] }

/**
 * Reads a pasted table: tabs as from a spreadsheet, semicolons as from a CSV file, or lines with spaces as from a
 * PDF. Uses nothing of the machine it runs on, so that a page can do it too. Never throws.
 * @param name what to call it in messages and as the table's title when no line over it says one
 */
export function readPasted(text: string, name: string, limits: Limits = usualLimits): PastedText {
  const lines = text.replace(/\r\n?/gu, '\n').split('\n')
  const { rows, problems } = rowsOf(lines, text, limits)
  const place = (line: number | null): ReadingProblem['place'] =>
    placeOf({ file: name, sheet: null }, line, null)
  return {
    table: { name, file: name, sheet: null, rows },
    problems: problems.map(({ severity, line, message: said }) => ({
      severity,
      place: place(line),
      message: said,
    })),
  }
}

function rowsOf(
  lines: readonly string[],
  text: string,
  limits: Limits,
): { rows: RawRow[]; problems: GridProblem[] } {
  if (lines.length > limits.rows) {
    const said = message('reading.file.tooManyRows', { rows: lines.length, limit: limits.rows })
    return { rows: [], problems: [{ severity: 'error', line: null, column: null, message: said }] }
  }
  if (text.includes('\t')) return { rows: separated(text, '\t'), problems: [] }
  const filled = lines.filter((line) => line.trim() !== '')
  if (filled.length > 0 && filled.filter((line) => line.includes(';')).length > filled.length / 2) {
    return { rows: separated(text, ';'), problems: [] }
  }
  const { cells, problems } = cellsOfPdfLines(lines)
  return { rows: cells.map((texts, at) => rowOf(at + 1, texts)), problems }
}

function rowOf(line: number, texts: readonly string[]): RawRow {
  return { line, hidden: false, cells: texts.map((text) => (text.trim() === '' ? null : textCell(text))) }
}

/** Cells parted by one mark; a cell with a line break in it stands in quotes. */
function separated(text: string, mark: '\t' | ';'): RawRow[] {
  const rows: RawRow[] = []
  const cell =
    mark === '\t'
      ? /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gu
      : /(?:"((?:[^"]|"")*)"(?=[;\r\n]|$)|([^;\r\n]*))(;|\r\n|\n|\r|$)/gu
  let line = 1
  let start = 1
  let texts: string[] = []
  for (const [whole, quoted, plain, end] of text.matchAll(cell)) {
    texts.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    line += whole.split(/\r\n|\n|\r/u).length - 1
    if (end === mark) continue
    rows.push(rowOf(start, texts))
    texts = []
    start = line
    if (end === '') break
  }
  return rows
}
