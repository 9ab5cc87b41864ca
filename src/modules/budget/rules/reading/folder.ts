import type { Book } from '../book.ts'
import { readCsv } from './csv.ts'
import { bookOf, jurisdictionIn, yearQuestion, type Frame } from './frame.ts'
import type { Grid } from './grid.ts'
import { usualLimits, type Limits } from './limits.ts'
import type { Message } from './message.ts'
import type { RawTable } from './raw-table.ts'
import type { Context, Question, ReadingProblem, Recognition } from './recognition.ts'
import { recogniseInSteps } from './recognise.ts'
import { finish, rowsAStep, type Steps } from './steps.ts'
import { contextOf, layOut } from './tables.ts'
import { decodeText } from './text-encoding.ts'
import { yearsOf } from './years.ts'

/** A file as it was handed over: its name (with folders, if any) and its bytes. */
export type BookFile = { name: string; bytes: Uint8Array }

export type ReadBook = {
  book: Book
  recognitions: Recognition[]
  /** What is unsure, of the book as a whole first, then table by table. */
  questions: Question[]
  problems: ReadingProblem[]
  /** What was told by the tables together and not said outright. */
  inferred: Message[]
}

/**
 * Reads a folder of CSV files, with a README that names the jurisdiction, to a book, at once and without waiting
 * for anything; `readBook` takes every kind of file. Never throws for what is in the files.
 */
export function readBookFolder(
  files: readonly BookFile[],
  frame: Frame = {},
  limits: Limits = usualLimits,
): ReadBook {
  const read = files
    .filter(({ name }) => /\.(?:csv|tsv)$/iu.test(name))
    .map(({ name, bytes }) => readCsv(name, bytes, limits))
  const tables = read.flatMap((each) => each.tables)
  const problems = read.flatMap((each) => each.problems)
  return finish(compileInSteps(tables, problems, { ...frameOfReadme(files), ...frame }, {}))
}

/** The jurisdiction a README beside the tables names. */
export function frameOfReadme(files: readonly BookFile[]): Frame {
  const readme = files.find(({ name }) => /(?:^|[/\\])(?:readme|läs ?mig)(?:\.\w+)?$/iu.test(name))
  const jurisdiction = readme && jurisdictionIn(decodeText(readme.bytes).text)
  return jurisdiction === undefined ? {} : { jurisdiction }
}

/** Recognises raw tables and puts the book together, step by step. */
export function* compileInSteps(
  raw: readonly RawTable[],
  problems: readonly ReadingProblem[],
  frame: Frame,
  answers: Readonly<Record<string, string>>,
): Steps<ReadBook> {
  const { grids, others } = layOut(raw)
  yield rowsAStep
  const answered = /^\d{4}$/u.exec(answers['budgetYear'] ?? '')?.[0]
  const said: Frame = answered === undefined ? frame : { ...frame, budgetYear: Number(answered) }
  const known: Context = {
    budgetYear: said.budgetYear ?? null,
    planYears: said.planYears ?? [],
    unit: said.unit ?? null,
    answers,
  }
  const context = contextOf(grids, known)
  const recognitions: Recognition[] = []
  for (const grid of grids) {
    recognitions.push(yield* recogniseInSteps(grid, context))
    yield grid.rows.length % rowsAStep
  }
  recognitions.push(...others)
  const { book, inferred } = bookOf(recognitions, said, context)
  const questions = [...askedOfBook(grids, said, answers), ...recognitions.flatMap((each) => each.questions)]
  return {
    book,
    recognitions,
    questions,
    problems: [...problems, ...recognitions.flatMap((each) => each.problems)],
    inferred,
  }
}

function askedOfBook(
  grids: readonly Grid[],
  frame: Frame,
  answers: Readonly<Record<string, string>>,
): Question[] {
  return grids.some(({ rows }) => rows.length > 0) ? yearQuestion(yearsOf(grids), frame, answers) : []
}
