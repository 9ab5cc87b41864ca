/** A cell as the database writes it as text; null is null. */
export type Cell = string | null

const escapes: Record<string, string> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
}
const letters: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** A row in the text format of PostgreSQL's COPY: cells between tabs, null as `\N`, a line a row. */
export function copyLine(row: readonly Cell[]): string {
  const cells = row.map((cell) =>
    cell === null ? '\\N' : /[\\\b\f\n\r\t\v]/.test(cell) ? escaped(cell) : cell,
  )
  return `${cells.join('\t')}\n`
}

function escaped(cell: string): string {
  return cell.replaceAll(/[\\\b\f\n\r\t\v]/g, (character) => escapes[character]!)
}

/** The rows of a text in COPY's format. */
export function copyRows(text: string): Cell[][] {
  const lines = text.split('\n')
  lines.pop()
  return lines.map((line) => line.split('\t').map(cellOf))
}

function cellOf(written: string): Cell {
  if (written === '\\N') return null
  if (!written.includes('\\')) return written
  return written.replaceAll(/\\(.)/gs, (_, character: string) => letters[character] ?? character)
}
