import type { Cell, Column, Unit } from '../book.ts'
import type { Grid, GridCell, GridRow } from './grid.ts'
import { message } from './message.ts'
import { marksOf, readPrintedNumber, SWEDISH_MARKS, type NumberMarks } from './printed-number.ts'
import { placeOf } from './raw-table.ts'
import type { Context, Question, ReadingProblem } from './recognition.ts'
import { rowsAStep, type Steps } from './steps.ts'
import { unitInHeading } from './units.ts'

export type ReadCells = {
  /** A row of cells and the unit most of them count in, for each row of the grid. */
  rows: { cells: (Cell | null)[]; unit: Unit }[]
  questions: Question[]
  problems: ReadingProblem[]
}

/** Reads every figure of a grid; what cannot be read keeps its printed text, without a value, and is told of. */
export function* readCells(
  grid: Grid,
  columns: readonly Column[],
  unit: Unit,
  context: Context,
): Steps<ReadCells> {
  const questions: Question[] = []
  const problems: ReadingProblem[] = []
  const marks = marksOfColumns(grid, context, questions)
  const rows: ReadCells['rows'] = []
  for (const row of grid.rows) {
    const own = unitOfRow(row, columns, unit)
    const cells = row.cells.map((cell, at): Cell | null => {
      if (cell === null) return null
      const { made, problem } = readCell(cell, marks[at] ?? SWEDISH_MARKS, columns[at], own)
      if (problem !== null)
        problems.push({ severity: 'error', place: placeOf(grid, cell.line, cell.column), message: problem })
      return made
    })
    rows.push({ cells, unit: own })
    if (rows.length % rowsAStep === 0) yield rowsAStep
  }
  return { rows, questions, problems: withoutRepetition(problems) }
}

/** Of the same trouble many times over, as many places are told as a person reads; then how many more there are. */
const mostOfAKind = 20

function withoutRepetition(problems: readonly ReadingProblem[]): ReadingProblem[] {
  const told = new Map<string, number>()
  const kept: ReadingProblem[] = []
  for (const problem of problems) {
    const times = (told.get(problem.message.key) ?? 0) + 1
    told.set(problem.message.key, times)
    if (times <= mostOfAKind) kept.push(problem)
  }
  for (const [key, times] of told) {
    const last = kept.findLast((problem) => problem.message.key === key)
    if (times <= mostOfAKind || last === undefined) continue
    const { file, sheet } = last.place
    kept.push({
      severity: last.severity,
      place: placeOf({ file, sheet }, null, null),
      message: message('reading.cell.moreLikeThis', { more: times - mostOfAKind }),
    })
  }
  return kept
}

function readCell(
  cell: GridCell,
  marks: NumberMarks,
  column: Column | undefined,
  rowUnit: Unit,
): { made: Cell; problem: ReadingProblem['message'] | null } {
  const inHeading = column?.kind === 'change' && /%|procent/iu.test(column.label) ? 'percent' : null
  const made = (value: Cell['value'], decimals: number, own: Unit | null): Cell => ({
    value,
    printed: cell.text,
    decimals,
    unit: own ?? cell.unit ?? inHeading ?? rowUnit,
    sourceLine: cell.sourceLine,
    origin: 'outside',
  })
  if (cell.number !== null)
    return { made: made(cell.number.value, cell.number.decimals, cell.number.unit), problem: null }
  const read = readPrintedNumber(cell.text, marks)
  if (read.ok) return { made: made(read.value, read.decimals, read.unit), problem: null }
  return {
    made: made(null, 0, null),
    problem: cell.error ? message('reading.cell.error', { read: cell.text }) : read.problem,
  }
}

function unitOfRow(row: GridRow, columns: readonly Column[], unit: Unit): Unit {
  const amounts = row.cells.filter((_, at) => columns[at]?.kind !== 'change')
  const said = amounts.flatMap((cell) => cell?.unit ?? cell?.number?.unit ?? [])
  const [first] = said
  if (first !== undefined && said.every((each) => each === first)) return first
  const inLabel = unitInHeading(/(?:[,(]|\bi\s)[^,(]{0,20}$/iu.exec(row.label)?.[0] ?? '')
  if (inLabel === 'percent' || inLabel === 'count' || inLabel === 'percentagePoints') return inLabel
  const printed = amounts.filter((cell) => cell !== null && cell.text.trim() !== '')
  const percents = printed.filter((cell) => cell?.text.trim().endsWith('%'))
  return printed.length > 0 && percents.length === printed.length ? 'percent' : unit
}

const undecided = /(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,])/u

/**
 * What full stops and commas mean in each column: told by its own clear figures, by the table's, or asked for once
 * for the whole table. A table where every comma has just three digits after it is asked about too: it may be
 * English thousands.
 */
function marksOfColumns(grid: Grid, context: Context, questions: Question[]): NumberMarks[] {
  const columns = grid.headings.map((_, at) => grid.rows.flatMap((row) => textIn(row.cells[at])))
  const open = columns.map((texts) => texts.filter((text) => undecided.test(text)))
  if (open.every((texts) => texts.length === 0)) return columns.map(() => SWEDISH_MARKS)

  const all = columns.flat()
  const ofTable = marksOf(all)
  const answer = (['thousands', 'decimal'] as const).find(
    (each) => each === context.answers[`numberMarks:${grid.key}`],
  )
  const onlyThrees =
    ofTable.comma === 'decimal' &&
    open.flat().length >= 3 &&
    all.every((text) => !/,\d{1,2}(?!\d)|,\d{4}|\d\.\d/u.test(text))
  let unsure: { read: string; dots: boolean } | null = null
  const marks = columns.map((texts, at): NumberMarks => {
    const own = marksOf(texts)
    const dot = own.dot ?? ofTable.dot
    const comma = own.comma === 'thousands' || ofTable.comma === 'thousands' ? 'thousands' : 'decimal'
    const dots = open[at]?.find((text) => text.includes('.'))
    if (dots !== undefined && dot === null) {
      unsure ??= { read: dots.trim(), dots: true }
      return { dot: answer ?? null, comma }
    }
    return { dot, comma: onlyThrees && answer !== undefined ? answer : comma }
  })
  if (onlyThrees) unsure ??= { read: open.flat()[0]?.trim() ?? '', dots: false }
  if (unsure !== null && answer === undefined) questions.push(marksQuestion(grid, unsure))
  return marks
}

function textIn(cell: GridCell | null | undefined): string | [] {
  return cell && cell.number === null ? cell.text.replace(/[\s\u00a0\u202f]+/gu, ' ') : []
}

function marksQuestion(grid: Grid, { read, dots }: { read: string; dots: boolean }): Question {
  return {
    id: `numberMarks:${grid.key}`,
    about: 'numberMarks',
    place: placeOf(grid, grid.headings[0]?.line ?? null, null),
    message: message(dots ? 'reading.ask.numberMarks' : 'reading.ask.commaThousands', {
      read,
      title: grid.title,
    }),
    alternatives: [
      {
        value: 'thousands',
        message: message('reading.numberMarks.thousands', { read: read.replace(/[.,]/u, '\u00a0') }),
      },
      { value: 'decimal', message: message('reading.numberMarks.decimal', { read: read.replace('.', ',') }) },
    ],
    proposed: 'thousands',
    assumed: dots ? '' : 'decimal',
    confidence: 0.6,
  }
}
