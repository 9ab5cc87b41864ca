import { tableKinds, type Table, type TableKind, type Unit } from '../book.ts'
import { readColumnLabel } from './column-label.ts'
import { giveComparisons } from './change-columns.ts'
import type { Grid } from './grid.ts'
import { message } from './message.ts'
import { placeOf } from './raw-table.ts'
import { readCells } from './read-cells.ts'
import { emptyContext, SURE, type Context, type Question, type Recognition } from './recognition.ts'
import { recogniseColumns } from './recognise-columns.ts'
import { recogniseRows } from './recognise-rows.ts'
import { rowProblems } from './row-problems.ts'
import { finish, type Steps } from './steps.ts'
import { tableKindsOf, type TableKindGuess } from './table-kind.ts'
import { unitInHeading, unitOf } from './units.ts'

/** From here on the best kind is used while a person is asked; below, the table is of no known kind. */
const usable = 0.5

/** Recognises one laid-out table at once. Never throws. */
export function recogniseGrid(grid: Grid, context: Context = emptyContext): Recognition {
  return finish(recogniseInSteps(grid, context))
}

/**
 * Recognises one laid-out table: kind, columns, rows, units; what is unsure becomes questions, what cannot be
 * read problems. Pure: the same grid and context give the same answer.
 */
export function* recogniseInSteps(grid: Grid, context: Context): Steps<Recognition> {
  if (grid.rows.length === 0) return withoutRows(grid, context)
  const { kind, question } = kindOf(grid, context)
  const columns = recogniseColumns(grid, context)
  const unit = unitOfGrid(grid, context)
  const cells = yield* readCells(grid, columns.columns, unit.unit, context)
  giveComparisons(columns.columns, cells.rows)
  const { rows, questions } = yield* recogniseRows(
    grid,
    kind,
    columns.columns,
    cells.rows,
    unit.unit,
    context,
  )
  const table: Table = {
    key: grid.key,
    title: grid.title,
    kind,
    chapter: grid.chapter,
    body: grid.body,
    unit: unit.unit,
    source: grid.file,
    columns: columns.columns,
    rows,
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
    questions: [question ?? [], unit.question ?? [], columns.questions, cells.questions, questions].flat(),
    problems: [
      ...fromLayout,
      ...columns.problems,
      ...cells.problems,
      ...rowProblems(grid, kind, rows, columns.columns),
    ],
  }
}

/** Headings with nothing under them make no table. */
function withoutRows(grid: Grid, context: Context): Recognition {
  const place = placeOf(grid, grid.headings[0]?.line ?? null, null)
  const said = message('reading.table.noRows', { title: grid.title })
  return {
    grid,
    context,
    table: null,
    assignments: [],
    questions: [],
    problems: [{ severity: 'warning', place, message: said }],
  }
}

/**
 * The recognition again, with answers to its questions; earlier answers stay. An answer may also be given where
 * nothing was asked (`rowRole:resultatrakning:3` → `otherCosts`): a person's word is never overwritten.
 */
export function applyAnswers(
  recognition: Recognition,
  answers: Readonly<Record<string, string>>,
): Recognition {
  if (recognition.grid === null) return recognition
  const { context } = recognition
  return recogniseGrid(recognition.grid, { ...context, answers: { ...context.answers, ...answers } })
}

/** The kinds a grid may be of, surest first; the layout's word, where it has one, is sure. */
export function kindsOfGrid(grid: Grid): TableKindGuess[] {
  if (grid.kind !== null) return [{ kind: grid.kind, confidence: 1 }]
  const columns = grid.headings.map((heading) => heading.kind ?? readColumnLabel(heading.text).kind)
  return tableKindsOf({ title: grid.title, chapter: grid.chapter, rows: grid.rows, columns })
}

function kindOf(grid: Grid, context: Context): { kind: TableKind; question: Question | null } {
  const id = `tableKind:${grid.key}`
  const answer = tableKinds.find((kind) => kind === context.answers[id])
  if (answer !== undefined) return { kind: answer, question: null }
  const [best] = kindsOfGrid(grid)
  const confidence = best?.confidence ?? 0
  const assumed = best !== undefined && confidence >= usable ? best.kind : 'other'
  if (confidence >= SURE) return { kind: assumed, question: null }
  const question: Question = {
    id,
    about: 'tableKind',
    place: placeOf(grid, grid.headings[0]?.line ?? null, null),
    message: message('reading.ask.tableKind', { title: grid.title }),
    alternatives: tableKinds.map((value) => ({ value, message: message(`reading.tableKind.${value}`) })),
    proposed: best?.kind ?? 'other',
    assumed,
    confidence,
  }
  return { kind: assumed, question }
}

/** The unit the file says outright for a table: in its cells, over its columns or in its title; null when nowhere. */
export function unitSaid(grid: Grid): Unit | null {
  if (grid.unit !== null) return grid.unit
  const counts = new Map<Unit, number>()
  for (const row of grid.rows) {
    for (const cell of row.cells) {
      const own = cell?.unit ?? cell?.number?.unit
      if (own && own !== 'percent') counts.set(own, (counts.get(own) ?? 0) + 1)
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? unitInHeading(grid.title)
}

const amountUnits = ['kr', 'tkr', 'mnkr', 'mdkr'] as const satisfies readonly Unit[]

function unitOfGrid(grid: Grid, context: Context): { unit: Unit; question: Question | null } {
  const id = `unit:${grid.key}`
  const answer = amountUnits.find((unit) => unit === unitOf(context.answers[id] ?? ''))
  const known = answer ?? unitSaid(grid) ?? context.unit
  if (known !== null) return { unit: known, question: null }
  const question: Question = {
    id,
    about: 'unit',
    place: placeOf(grid, grid.headings[0]?.line ?? null, null),
    message: message('reading.ask.unit', { title: grid.title }),
    alternatives: amountUnits.map((value) => ({ value, message: message(`reading.unit.${value}`) })),
    proposed: 'mnkr',
    assumed: 'other',
    confidence: 0.5,
  }
  return { unit: 'other', question }
}
