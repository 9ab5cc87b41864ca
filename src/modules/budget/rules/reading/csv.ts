import { CsvError, parse } from 'csv-parse/sync'
import { usualLimits, type Limits } from './limits.ts'
import { message, type Message } from './message.ts'
import { placeOf, textCell, type RawRow, type RawTable } from './raw-table.ts'
import type { ReadingProblem } from './recognition.ts'
import { decodeText } from './text-encoding.ts'
import type { ReadTables } from './workbook.ts'

/**
 * Reads one CSV file to a raw table: encoding and delimiter are found out, quotes followed, ragged rows kept as
 * they are. Never throws for what is in the file.
 * @param name file name, for messages
 * @param bytes the file
 */
export function readCsv(name: string, bytes: Uint8Array, limits: Limits = usualLimits): ReadTables {
  const { text, encoding, otherLines } = decodeText(bytes)
  const problems: ReadingProblem[] = []
  const tell = (severity: ReadingProblem['severity'], line: number | null, said: Message): void =>
    void problems.push({ severity, place: placeOf({ file: name, sheet: null }, line, null), message: said })
  if (encoding === 'mixed') {
    tell(
      'warning',
      otherLines[0] ?? null,
      message('reading.csv.mixedEncodings', { lines: otherLines.length, first: otherLines[0] ?? 0 }),
    )
  }
  try {
    const rows = parseRows(text)
    const columns = rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
    if (rows.length > limits.rows) {
      tell('error', null, message('reading.file.tooManyRows', { rows: rows.length, limit: limits.rows }))
    } else if (columns > limits.columns) {
      tell('error', null, message('reading.file.tooManyColumns', { columns, limit: limits.columns }))
    } else {
      const table: RawTable = { name: baseName(name), file: name, sheet: null, rows }
      return { tables: [table], problems }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? error['lines'] : null
    tell(
      'error',
      line,
      message(error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'reading.csv.quoteNotClosed' : 'reading.csv.broken', {
        line: line ?? 0,
      }),
    )
  }
  return { tables: [], problems }
}

/** A file's name without folders and ending. */
export function baseName(name: string): string {
  return name.replace(/^.*[/\\]/u, '').replace(/\.[^.]+$/u, '')
}

function parseRows(text: string): RawRow[] {
  const records = parse(text, {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    info: true,
  }) as unknown as { record: string[]; info: { lines: number } }[]
  let line = 1
  return records.map(({ record, info }) => {
    const start = line
    line = info.lines + 1
    return { line: start, hidden: false, cells: record.map((cell) => (cell === '' ? null : textCell(cell))) }
  })
}

const delimiters = [';', ',', '\t', '|'] as const

/**
 * The delimiter that cuts the lines into the same number of columns most often, the most columns first. A
 * semicolon wins a tie: Swedish spreadsheets write it because the comma stands before decimals.
 */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== '')
    .slice(0, 40)
    .map((line) => line.replace(/"(?:[^"]|"")*"/gu, ''))
  let best: { delimiter: string; score: number } = { delimiter: ';', score: 0 }
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => line.split(delimiter).length)
    const usual = mostCommon(counts.filter((count) => count > 1))
    if (usual === null) continue
    const agreeing = counts.filter((count) => count === usual).length / counts.length
    const score = agreeing * 10 + Math.min(usual, 9) / 10
    if (score > best.score + 1e-9) best = { delimiter, score }
  }
  return best.delimiter
}

function mostCommon(counts: readonly number[]): number | null {
  const tally = new Map<number, number>()
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1)
  return [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null
}
