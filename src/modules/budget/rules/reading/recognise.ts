import type { Table, TableKind, Unit } from '../book.ts'
import type { Grid } from './grid.ts'
import { message } from './message.ts'
import { marksOf } from './printed-number.ts'
import { placeOf } from './raw-table.ts'
import { emptyContext, SURE, type Context, type Question, type Recognition } from './recognition.ts'
import { recogniseColumns } from './recognise-columns.ts'
import { recogniseRows } from './recognise-rows.ts'
import { tableKindsOf } from './table-kind.ts'
import { readColumnLabel } from './column-label.ts'
import { unitInHeading } from './units.ts'

/** From here on the best kind is used while a person is asked; below, the table is of no known kind. */
const usable = 0.5

/**
 * Recognises one laid-out table: kind, columns, rows, units; what is unsure becomes questions, what cannot be
 * read problems. Pure: the same grid and context give the same answer.
 */
export function recogniseGrid(grid: Grid, context: Context = emptyContext): Recognition {
  const questions: Question[] = []
  const kind = kindOf(grid, context, questions)
  const columns = recogniseColumns(grid, context)
  const unit = unitOf(grid, context)
  const marks = grid.headings.map((_, at) => marksOf(grid.rows.map((row) => row.cells[at]?.text ?? '')))
  const rows = recogniseRows(grid, kind, columns.columns, unit, marks, context)
  const table: Table = {
    key: grid.key,
    title: grid.title,
    kind,
    chapter: grid.chapter,
    body: grid.body,
    unit,
    source: grid.file,
    columns: columns.columns,
    rows: rows.rows,
  }
  const fromLayout = grid.problems.map(({ severity, line, column, message: said }) => ({
    severity,
    place: placeOf(grid, line, column),
    message: said,
  }))
  return {
    grid,
    context,
    table,
    assignments: [],
    questions: [...questions, ...columns.questions, ...rows.questions],
    problems: [...fromLayout, ...columns.problems, ...rows.problems],
  }
}

const kinds: readonly TableKind[] = [
  'incomeStatement',
  'taxRevenue',
  'appropriations',
  'resultRequirements',
  'unitResult',
  'sensitivityAnalysis',
  'balanceSheet',
  'cashFlow',
  'financingBudget',
  'adjustmentSummary',
  'chapterAdjustments',
  'other',
]

function kindOf(grid: Grid, context: Context, questions: Question[]): TableKind {
  if (grid.kind !== null) return grid.kind
  const id = `tableKind:${grid.key}`
  const answer = kinds.find((kind) => kind === context.answers[id])
  if (answer !== undefined) return answer
  const labels = grid.rows.map((row) => row.label)
  const columns = grid.headings.map((heading) => heading.kind ?? readColumnLabel(heading.text).kind)
  const [best] = tableKindsOf({ title: grid.title, labels, columns })
  const confidence = best?.confidence ?? 0
  const assumed = best !== undefined && confidence >= usable ? best.kind : 'other'
  if (confidence < SURE) {
    questions.push({
      id,
      about: 'tableKind',
      place: placeOf(grid, grid.headings[0]?.line ?? null, null),
      message: message('reading.ask.tableKind', { title: grid.title }),
      alternatives: kinds.map((value) => ({ value, message: message(`reading.tableKind.${value}`) })),
      proposed: best?.kind ?? 'other',
      assumed,
      confidence,
    })
  }
  return assumed
}

/** What the cells' own unit, the table's heading or the context says. */
function unitOf(grid: Grid, context: Context): Unit {
  if (grid.unit !== null) return grid.unit
  const counts = new Map<Unit, number>()
  for (const row of grid.rows) {
    for (const cell of row.cells) {
      const own = cell?.unit
      if (own && own !== 'percent') counts.set(own, (counts.get(own) ?? 0) + 1)
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? unitInHeading(grid.title) ?? context.unit ?? 'other'
}
