import { columnKinds, type ColumnKind } from '../../book.ts'
import { readColumnLabel } from '../column-label.ts'
import {
  slug,
  titleAsWritten,
  uniqueKeys,
  type Grid,
  type GridCell,
  type GridHeading,
  type GridRow,
} from '../grid.ts'
import { message } from '../message.ts'
import { readPrintedNumber } from '../printed-number.ts'
import type { RawRow, RawTable } from '../raw-table.ts'
import { unitOf } from '../units.ts'
import { bodyOfTitle } from './units.ts'
import { cellOf, fieldsOf, isBlank, textOf, wholeOf, type Field } from './fields.ts'

/** One figure a line: table, row label, column, value or printed figure. True when the headings say so. */
export function isLong(raw: RawTable): boolean {
  const fields = headingFields(raw)
  return fields.has('label') && fields.has('column') && (fields.has('value') || fields.has('printed'))
}

function headingFields(raw: RawTable): Map<Field, number> {
  const first = raw.rows.find((row) => !isBlank(row))
  return first === undefined ? new Map() : fieldsOf(first)
}

/** Lays the lines of a long file out as one grid a table, in the order they first appear. */
export function gridsOfLong(raw: RawTable): Grid[] {
  const fields = headingFields(raw)
  const lines = new Map<string, RawRow[]>()
  for (const row of raw.rows.slice(raw.rows.findIndex((each) => !isBlank(each)) + 1)) {
    if (isBlank(row)) continue
    const name = textOf(row, fields, 'table') || raw.name
    const list = lines.get(name)
    if (list === undefined) lines.set(name, [row])
    else list.push(row)
  }
  const keyOnce = uniqueKeys()
  return [...lines].map(([name, rows]) => gridOf(raw, keyOnce(slug(name)), name, rows, fields))
}

type Draft = Omit<GridRow, 'cells'> & { cells: Map<string, GridCell> }

function gridOf(raw: RawTable, key: string, name: string, lines: RawRow[], fields: Map<Field, number>): Grid {
  const problems: Grid['problems'] = []
  const headings: GridHeading[] = []
  const drafts: Draft[] = []
  let current: Draft | null = null
  let identity = ''
  let previous = -1
  for (const line of lines) {
    const label = textOf(line, fields, 'label')
    const section = textOf(line, fields, 'section') || null
    const sourceLine = wholeOf(line, fields, 'sourceLine')
    const column = textOf(line, fields, 'column')
    const own = [label, section, textOf(line, fields, 'level'), sourceLine].join('\n')
    if (current === null || own !== identity || (sourceLine === null && current.cells.has(column))) {
      current = {
        label,
        section,
        level: wholeOf(line, fields, 'level'),
        indent: 0,
        bold: false,
        sort: null,
        sourceLine,
        line: line.line,
        cells: new Map(),
      }
      drafts.push(current)
      identity = own
      previous = -1
    }
    const at = placeHeading(
      headings,
      column,
      columnKindOf(textOf(line, fields, 'columnKind'), column),
      previous,
    )
    previous = at
    const cell = cellFrom(line, fields, problems)
    if (current.cells.has(column)) {
      const read = cell.text
      problems.push({
        severity: 'error',
        line: line.line,
        column: null,
        message: message('reading.long.figureTwice', { label, column, read }),
      })
    } else current.cells.set(column, cell)
  }
  const rows = drafts.map(({ cells, ...row }) => ({
    ...row,
    cells: headings.map(({ text }) => cells.get(text) ?? null),
  }))
  const title = titleAsWritten(name)
  const body = bodyOfTitle(title)
  // A section that says the unit's name over again in every row tells nothing more.
  if (body !== null && rows.every((row) => row.section === body)) for (const row of rows) row.section = null
  return {
    key,
    title,
    file: raw.file,
    sheet: raw.sheet,
    kind: null,
    body,
    chapter: null,
    unit: null,
    headings,
    rows,
    problems,
  }
}

/** A heading that is new goes in after the one before it in its row, so that a gap in the first row shifts nothing. */
function placeHeading(
  headings: GridHeading[],
  text: string,
  kind: ColumnKind | null,
  previous: number,
): number {
  const known = headings.findIndex((heading) => heading.text === text)
  if (known >= 0) return known
  headings.splice(previous + 1, 0, { text, kind, line: null, column: null })
  return previous + 1
}

function cellFrom(line: RawRow, fields: Map<Field, number>, problems: Grid['problems']): GridCell {
  const printed = cellOf(line, fields, 'printed')
  const value = cellOf(line, fields, 'value')
  const cell = fields.has('printed') ? printed : value
  const column = (fields.get(fields.has('printed') ? 'printed' : 'value') ?? 0) + 1
  if (printed !== null && value !== null) {
    const [one, other] = [
      readPrintedNumber(printed.text),
      readPrintedNumber(value.text, { dot: 'decimal', comma: 'decimal' }),
    ]
    if (one.ok && other.ok && one.value !== null && other.value !== null && !one.value.equals(other.value)) {
      const params = { printed: printed.text, value: value.text }
      problems.push({
        severity: 'warning',
        line: line.line,
        column,
        message: message('reading.long.valueDiffers', params),
      })
    }
  }
  const unit = unitOf(textOf(line, fields, 'unit'))
  const sourceLine = wholeOf(line, fields, 'sourceLine')
  return {
    text: cell?.text ?? '',
    number: cell?.number ?? null,
    unit,
    sourceLine,
    line: line.line,
    column,
    error: cell?.error ?? false,
  }
}

const kinds: ReadonlySet<string> = new Set(columnKinds)

function columnKindOf(word: string, heading: string): ColumnKind | null {
  if (word === '') return null
  return kinds.has(word) ? (word as ColumnKind) : readColumnLabel(`${word} ${heading}`).kind
}
