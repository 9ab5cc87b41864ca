import { readColumnLabel } from '../column-label.ts'
import { slug, titleAsWritten, uniqueKeys, type Grid, type GridHeading, type GridRow } from '../grid.ts'
import type { RawCell, RawRow, RawTable } from '../raw-table.ts'
import { rolesOfLabel } from '../role-recognition.ts'
import { rowKindByWords } from '../row-words.ts'
import { plainText } from '../words.ts'
import { fieldsOf, isBlank, textOf, wholeOf, type Field } from './fields.ts'

/** A list with a public board, a label and a figure a year in each line: true when the headings say so. */
export function isAdjustments(raw: RawTable): boolean {
  const layout = layoutOf(raw)
  return (
    layout !== null && layout.fields.has('board') && layout.fields.has('label') && layout.years.length > 0
  )
}

type Layout = { start: number; fields: Map<Field, number>; years: (GridHeading & { at: number })[] }

function layoutOf(raw: RawTable): Layout | null {
  const start = raw.rows.findIndex((row) => !isBlank(row))
  const head = raw.rows[start]
  if (head === undefined) return null
  const years = head.cells.flatMap((cell, at) => {
    if (cell === null || readColumnLabel(cell.text).year === null) return []
    return [{ text: cell.text.trim(), kind: null, line: head.line, column: at + 1, at }]
  })
  return { start, fields: fieldsOf(head), years }
}

/** Lines about everybody rather than one board. */
const everybody = new Set(['total', 'totalt', 'summa', 'alla', 'samtliga', 'region', 'kommun'])

/**
 * Lays the list out as grids: one adjustment summary, or one table a chapter where the file has a chapter
 * column. Boards become sections; lines for everybody stand under none.
 */
export function gridsOfAdjustments(raw: RawTable): Grid[] {
  const layout = layoutOf(raw)
  if (layout === null) return []
  const { fields, years } = layout
  const lines = raw.rows.slice(layout.start + 1).filter((row) => !isBlank(row))
  const keyOnce = uniqueKeys()
  const summary = fields.has('sort') || lines.some((row) => isBaseOrSum(textOf(row, fields, 'label')))
  const grid = (key: string, title: string, chapter: string | null, rows: RawRow[]): Grid => ({
    key: keyOnce(slug(key)),
    title,
    file: raw.file,
    sheet: raw.sheet,
    kind: chapter === null && summary ? 'adjustmentSummary' : 'chapterAdjustments',
    body: null,
    chapter,
    unit: null,
    headings: years.map(({ text, kind, line, column }) => ({ text, kind, line, column })),
    rows: rows.map((row) => rowFrom(row, fields, years)),
    problems: [],
  })
  if (!fields.has('chapter')) return [grid(raw.name, titleAsWritten(raw.name), null, lines)]
  const byChapter = Map.groupBy(lines, (row) => textOf(row, fields, 'chapter'))
  return [...byChapter].map(([chapter, rows]) =>
    grid(`${raw.name} ${chapter}`, `${titleAsWritten(raw.name)} ${chapter}`, chapter, rows),
  )
}

/** A summary has what the adjustments start from and come to; a list of adjustments has neither. */
function isBaseOrSum(label: string): boolean {
  return rowKindByWords(label) === 'sum' || rolesOfLabel(label, 'adjustmentSummary')[0]?.confidence === 1
}

function rowFrom(row: RawRow, fields: Map<Field, number>, years: Layout['years']): GridRow {
  const board = textOf(row, fields, 'board')
  const printed = textOf(row, fields, 'printed')
  const pieces = printed === '' ? [] : (row.cells[fields.get('printed') ?? -1]?.text.split('|') ?? [])
  const sourceLine = wholeOf(row, fields, 'sourceLine')
  return {
    label: textOf(row, fields, 'label'),
    section: board === '' || everybody.has(plainText(board)) ? null : board,
    level: wholeOf(row, fields, 'level'),
    indent: 0,
    bold: false,
    sort: textOf(row, fields, 'sort') || null,
    sourceLine: sourceLine ?? row.line,
    line: row.line,
    cells: years.map(({ at }, index) => {
      const cell: RawCell | null = row.cells[at] ?? null
      // The printed column holds every figure of the line as it stood, in the order of the columns.
      const asPrinted = pieces.length === years.length ? (pieces[index] ?? '').trim() : null
      const number = asPrinted === null ? (cell?.number ?? null) : null
      const text = asPrinted ?? cell?.text.trim() ?? ''
      return {
        text,
        number,
        unit: null,
        sourceLine,
        line: row.line,
        column: at + 1,
        error: cell?.error ?? false,
      }
    }),
  }
}
