import type { Column, ColumnKind } from '../book.ts'
import { readColumnLabel, type ColumnLabel, type ColumnPoint } from './column-label.ts'
import { uniqueKeys, type Grid, type GridHeading } from './grid.ts'
import { message } from './message.ts'
import { placeOf } from './raw-table.ts'
import { SURE, type Alternative, type Context, type Question, type ReadingProblem } from './recognition.ts'

export type RecognisedColumns = { columns: Column[]; questions: Question[]; problems: ReadingProblem[] }

const askable: readonly ColumnKind[] = [
  'outcome',
  'forecast',
  'budget',
  'plan',
  'change',
  'addition',
  'other',
]

/** Reads the headings of a grid to columns; what they do not say is told by the budget year or asked for. */
export function recogniseColumns(grid: Grid, context: Context): RecognisedColumns {
  const questions: Question[] = []
  const problems: ReadingProblem[] = []
  const keyOnce = uniqueKeys()
  const labels: ColumnLabel[] = []
  const columns = grid.headings.map((heading, at): Column => {
    const label = readColumnLabel(heading.text)
    labels.push(label)
    const id = `columnKind:${grid.key}:${at + 1}`
    const guess = guessKind(heading, label, context)
    const answer = context.answers[id]
    const kind = askable.find((each) => each === answer) ?? guess.kind
    if (answer === undefined && guess.confidence < SURE && hasFigures(grid, at)) {
      questions.push({
        id,
        about: 'columnKind',
        place: placeOf(grid, heading.line, heading.column),
        message:
          heading.text === ''
            ? message('reading.ask.columnKindUnnamed', { column: at + 1 })
            : message('reading.ask.columnKind', { heading: heading.text, column: at + 1 }),
        alternatives: askable.map((value): Alternative => ({
          value,
          message: message(`reading.columnKind.${value}`),
        })),
        proposed: guess.kind,
        assumed: guess.kind,
        confidence: guess.confidence,
      })
    }
    const { year, question } = yearOf(grid, at, kind, label.year, context)
    if (question !== null) questions.push(question)
    return {
      key: keyOnce(keyOf(kind, year, label)),
      label: shownLabel(heading.text, kind, year),
      kind,
      year,
      compares: null,
      shift: label.shift,
    }
  })
  for (const [at, column] of columns.entries()) {
    const points = labels[at]?.compares
    if (column.kind === 'change' && points) column.compares = resolve(points, columns)
  }
  problems.push(...columnsTwice(grid, columns), ...missingYears(grid, columns, context))
  return { columns, questions, problems }
}

function guessKind(
  heading: GridHeading,
  label: ColumnLabel,
  context: Context,
): { kind: ColumnKind; confidence: number } {
  if (heading.kind !== null) return { kind: heading.kind, confidence: 1 }
  const { budgetYear } = context
  const { year } = label
  if (label.kind !== null && (label.confidence >= SURE || year === null || budgetYear === null)) {
    return { kind: label.kind, confidence: label.confidence }
  }
  if (year === null || budgetYear === null)
    return { kind: label.kind ?? 'other', confidence: label.kind === null ? 0.2 : label.confidence }
  // `P 2024` before the budget year is a forecast, after it a plan.
  if (label.kind !== null) {
    if (year > budgetYear) return { kind: 'plan', confidence: 0.9 }
    return { kind: year < budgetYear ? 'forecast' : label.kind, confidence: year < budgetYear ? 0.75 : 0.6 }
  }
  if (year === budgetYear) return { kind: 'budget', confidence: 0.85 }
  if (year > budgetYear) return { kind: 'plan', confidence: 0.85 }
  return { kind: year === budgetYear - 1 ? 'budget' : 'outcome', confidence: 0.5 }
}

const needYears: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['outcome', 'budget', 'forecast', 'plan'])

/** The year of a column: its own, the title's where that is the only column of its kind, or asked for. */
function yearOf(
  grid: Grid,
  at: number,
  kind: ColumnKind,
  said: number | null,
  { budgetYear, answers }: Context,
): { year: number | null; question: Question | null } {
  if (kind === 'change' || kind === 'scenario') return { year: null, question: null }
  const id = `columnYear:${grid.key}:${at + 1}`
  const answer = /^\d{4}$/u.exec(answers[id] ?? '')?.[0]
  if (answer !== undefined) return { year: Number(answer), question: null }
  if (said !== null || !needYears.has(kind) || !hasFigures(grid, at)) return { year: said, question: null }
  const alike = grid.headings.flatMap((heading, index) =>
    readColumnLabel(heading.text).kind === kind ? [index] : [],
  )
  const inTitle = /\b(20\d{2})\b/u.exec(grid.title)?.[1]
  if (kind === 'budget' && alike.length === 1 && inTitle !== undefined)
    return { year: Number(inTitle), question: null }
  const base = budgetYear ?? (inTitle === undefined ? null : Number(inTitle))
  const steps = { outcome: -2, forecast: -1, budget: 0, plan: 1 + alike.indexOf(at) }
  const likely = base === null ? null : base + steps[kind as keyof typeof steps]
  const heading = grid.headings[at]
  const years = likely === null ? [] : [likely - 1, likely, likely + 1]
  const question: Question = {
    id,
    about: 'columnYear',
    place: placeOf(grid, heading?.line ?? null, heading?.column ?? null),
    message: message('reading.ask.columnYear', { heading: heading?.text ?? '', column: at + 1 }),
    alternatives: years.map((year) => ({
      value: `${year}`,
      message: message('reading.year', { year: `${year}` }),
    })),
    proposed: likely === null ? '' : `${likely}`,
    assumed: '',
    confidence: likely === null ? 0 : 0.5,
  }
  return { year: null, question }
}

function hasFigures(grid: Grid, at: number): boolean {
  return grid.rows.some((row) => (row.cells[at]?.text ?? '').trim() !== '')
}

function keyOf(kind: ColumnKind, year: number | null, { shift, compares }: ColumnLabel): string {
  if (shift !== null)
    return `scenario-${shift.isNegative() ? 'minus' : 'plus'}-${shift.abs().times(100).toFixed().replace('.', '-')}`
  if (kind === 'change' && compares !== null) return `change-${compares.from.year}-${compares.to.year}`
  return year === null ? kind : `${kind}-${year}`
}

const words: Partial<Record<ColumnKind, string>> = {
  budget: 'Budget',
  plan: 'Plan',
  outcome: 'Utfall',
  forecast: 'Prognos',
  addition: 'Tillägg',
}

/** As printed; a heading that is a name out of a data file (`y2025`) is written as people write it. */
function shownLabel(text: string, kind: ColumnKind, year: number | null): string {
  const printed = text.replace(/\s+/gu, ' ').trim()
  const word = words[kind]
  return word !== undefined && year !== null && /^[a-z_]*_?\d{4}$/u.test(printed)
    ? `${word} ${year}`
    : printed
}

/** The columns a change goes from and to; a year without a kind means the budget or plan of that year. */
function resolve(
  points: { from: ColumnPoint; to: ColumnPoint },
  columns: readonly Column[],
): Column['compares'] {
  const order: readonly ColumnKind[] = ['budget', 'plan', 'forecast', 'outcome']
  const find = ({ kind, year }: ColumnPoint): string | null => {
    const ofYear = columns.filter((column) => column.year === year && order.includes(column.kind))
    const found =
      kind === null
        ? order.flatMap((each) => ofYear.filter((column) => column.kind === each))[0]
        : ofYear.find((column) => column.kind === kind)
    return found?.key ?? null
  }
  const [from, to] = [find(points.from), find(points.to)]
  return from === null || to === null ? null : { from, to }
}

function columnsTwice(grid: Grid, columns: readonly Column[]): ReadingProblem[] {
  return columns.flatMap((column, at): ReadingProblem[] => {
    const first = columns.findIndex((other) => other.label.toLowerCase() === column.label.toLowerCase())
    if (first === at || column.label === '') return []
    const heading = grid.headings[at]
    const place = placeOf(grid, heading?.line ?? null, heading?.column ?? null)
    return [
      {
        severity: 'error',
        place,
        message: message('reading.column.twice', { heading: column.label, first: first + 1, second: at + 1 }),
      },
    ]
  })
}

/** A gap between the budget year and the last plan year of the table. */
function missingYears(grid: Grid, columns: readonly Column[], { budgetYear }: Context): ReadingProblem[] {
  const years = columns.flatMap(({ kind, year }) =>
    year !== null && (kind === 'budget' || kind === 'plan') ? [year] : [],
  )
  const last = Math.max(...years)
  const first = budgetYear !== null && years.includes(budgetYear) ? budgetYear : Math.min(...years)
  const place = placeOf(grid, grid.headings[0]?.line ?? null, null)
  const gaps =
    last - first > 20 ? [] : Array.from({ length: Math.max(0, last - first - 1) }, (_, at) => first + 1 + at)
  return gaps
    .filter((year) => !years.includes(year))
    .map((year) => ({
      severity: 'warning',
      place,
      message: message('reading.column.yearMissing', { year, table: grid.title }),
    }))
}
