import { parse } from 'csv-parse/sync'
import { readCount, readPercent, type PrintedCount, type PrintedPercent } from './read-printed.ts'

export type ResultKind = 'party' | 'others' | 'invalid' | 'total'

/** A row of an election result, as it was printed and as it was read. */
export type ResultRow = {
  kind: ResultKind
  name: string
  votes: PrintedCount
  percent: PrintedPercent
  seats: PrintedCount
}

export type ResultColumn = 'party' | 'votes' | 'percent' | 'seats'

/** What could not be read: a message key with where it stands and what stood there. */
export type ReadingFault = { key: string; params: Record<string, string | number> }

export type ReadResults = { rows: ResultRow[]; faults: ReadingFault[]; left: string[] }

const headings: Record<ResultColumn, RegExp> = {
  party: /^(parti(namn|er|beteckning)?|party|namn|beteckning)$/,
  votes: /^((antal )?röster|antal|votes|röstetal)$/,
  percent: /^(%|procent|andel( röster)?( ?%)?|per ?cent|share|(andel|röster) (i )?(%|procent))$/,
  seats: /^((antal )?mandat|seats|platser)$/,
}
const order: readonly ResultColumn[] = ['party', 'votes', 'percent', 'seats']

/** Rows that tell something else than votes on somebody. */
const aside = /^(valdeltagande|röstberättigade|antal röstberättigade|turnout|eligible)/i
const kinds: readonly [ResultKind, RegExp][] = [
  ['total', /^(summa|totalt?|samtliga|giltiga|antal giltiga|avgivna|sum|valid|all)\b/i],
  ['invalid', /^(ogiltiga|blanka|övriga ogiltiga|ej anmälda|invalid|blank)/i],
  ['others', /^(övriga|andra|others?)( anmälda)?( partier| parties)?$/i],
]

const none: PrintedCount & PrintedPercent = { printed: '', value: null }
const mostRows = 200

/**
 * Reads an election result from a table that somebody pasted or a CSV file: a row a party, with votes, per cent and seats in
 * columns that a heading names; without a heading in that order. Printed sums, others and invalid votes are known by their names.
 * @returns the rows; faults by row and column, in which case nothing is to be kept; and the names of rows that were left out
 */
export function readResults(text: string): ReadResults {
  const table = cellsOf(text)
  if (table.length === 0) return { rows: [], faults: [fault('election.nothingToRead')], left: [] }
  if (table.length > mostRows) {
    return {
      rows: [],
      faults: [fault('election.tooManyRows', { rows: table.length, most: mostRows })],
      left: [],
    }
  }
  const { columns, faults, heading } = columnsOf(table[0]!.cells)
  if (faults.length > 0) return { rows: [], faults, left: [] }
  const rows: ResultRow[] = []
  const left: string[] = []
  const seen = new Map<string, number>()
  for (const { cells, line } of heading ? table.slice(1) : table) {
    const cell = (column: ResultColumn) => {
      const at = columns.get(column)
      return at === undefined ? '' : (cells[at] ?? '').trim()
    }
    const name = cell('party').replaceAll(/\s+/g, ' ')
    if (name === '') {
      if (cells.some((each) => each.trim() !== '')) faults.push(fault('election.rowWithoutName', { line }))
      continue
    }
    if (aside.test(name)) {
      left.push(name)
      continue
    }
    const kind = kinds.find(([, words]) => words.test(name))?.[0] ?? 'party'
    if (name.length > 100) faults.push(fault('election.longName', { line }))
    const before = seen.get(name.toLocaleLowerCase('sv'))
    if (before !== undefined) faults.push(fault('election.nameTwice', { line, name, before }))
    seen.set(name.toLocaleLowerCase('sv'), line)
    const read = <Read>(column: ResultColumn, reader: (text: string) => Read | null, empty: Read): Read => {
      const value = columns.has(column) ? reader(cell(column)) : empty
      if (value === null) {
        const [key, printed] = [`election.unread.${column}`, cell(column).slice(0, 60)]
        faults.push(fault(key, { line, printed }))
      }
      return value ?? empty
    }
    rows.push({
      kind,
      name,
      votes: read('votes', readCount, none),
      percent: read('percent', readPercent, none),
      seats: read('seats', readCount, none),
    })
  }
  if (!rows.some(({ kind }) => kind === 'party')) faults.push(fault('election.noParties'))
  return { rows, faults, left }
}

const fault = (key: string, params: ReadingFault['params'] = {}): ReadingFault => ({ key, params })

/** The cells, and on which line each row stands. What parts them is what the first line has: tabs, semicolons, bars, commas. */
function cellsOf(text: string): { cells: string[]; line: number }[] {
  const plain = text.replace(/^\u{feff}/u, '').replaceAll('\u{a0}', ' ')
  const first = plain.split(/\r?\n/).find((line) => line.trim() !== '') ?? ''
  const delimiter = ['\t', ';', '|', ','].find((each) => first.includes(each)) ?? '\t'
  const rows: string[][] = parse(plain, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  })
  return rows
    .map((cells, at) => ({ cells, line: at + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
}

/** Where each column stands. A first row without any figure and with a word that is known is a heading. */
function columnsOf(first: readonly string[]) {
  const words = first.map((cell) => cell.trim().toLocaleLowerCase('sv').replaceAll(/\s+/g, ' '))
  const columns = new Map<ResultColumn, number>()
  const faults: ReadingFault[] = []
  const heading = words.some((word) => order.some((column) => headings[column].test(word)))
  if (!heading) {
    for (const [at, column] of order.entries()) if (at < first.length) columns.set(column, at)
    if (first.length < 2) faults.push(fault('election.oneColumn'))
    return { columns, faults, heading }
  }
  for (const column of order) {
    const places = words.flatMap((word, at) => (headings[column].test(word) ? [at] : []))
    if (places.length > 1) faults.push(fault('election.columnTwice', { heading: first[places[0]!]!.trim() }))
    if (places[0] !== undefined) columns.set(column, places[0])
  }
  if (!columns.has('party')) {
    // The column of names often has no heading.
    if (words[0] === '') columns.set('party', 0)
    else faults.push(fault('election.noPartyColumn'))
  }
  if (columns.size < 2) faults.push(fault('election.noFigureColumn'))
  return { columns, faults, heading }
}
