import { parse } from 'csv-parse/sync'
import { textCell, type RawTable } from './raw-table.ts'
import { decodeText } from './text-encoding.ts'

/**
 * Reads one CSV file to a raw table: encoding and delimiter are found out, quotes followed, ragged rows kept as
 * they are.
 * @param name file name, for messages
 * @param bytes the file
 */
export function readCsv(name: string, bytes: Uint8Array): RawTable {
  const text = decodeText(bytes)
  const records = parse(text, {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    info: true,
  }) as unknown as { record: string[]; info: { lines: number } }[]
  let line = 1
  const rows = records.map(({ record, info }) => {
    const start = line
    line = info.lines + 1
    return { line: start, hidden: false, cells: record.map((cell) => (cell === '' ? null : textCell(cell))) }
  })
  return { name: name.replace(/^.*\//u, '').replace(/\.[^.]+$/u, ''), file: name, sheet: null, rows }
}

const delimiters = [';', ',', '\t', '|'] as const

/**
 * The delimiter that cuts the first lines into the same number of columns, the most columns first. A semicolon
 * wins a tie: Swedish spreadsheets write it because the comma stands before decimals.
 */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/u)
    .filter((line) => line.trim() !== '')
    .slice(0, 30)
  let best: { delimiter: string; score: number } = { delimiter: ';', score: 0 }
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => outsideQuotes(line).split(delimiter).length)
    const first = counts[0] ?? 1
    if (first < 2) continue
    const agreeing = counts.filter((count) => count === first).length / counts.length
    const score = agreeing * 10 + Math.min(first, 9) / 10
    if (score > best.score + 1e-9) best = { delimiter, score }
  }
  return best.delimiter
}

function outsideQuotes(line: string): string {
  return line.replace(/"(?:[^"]|"")*"/gu, '')
}
