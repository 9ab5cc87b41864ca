import type { BookAssignment, Table, Unit } from '../book.ts'
import type { Severity, Grid } from './grid.ts'
import type { Message } from './message.ts'
import type { Place } from './raw-table.ts'

/** What is known before a table is recognised, and what a person has answered about it. */
export type Context = {
  budgetYear: number | null
  planYears: readonly number[]
  /** What amounts are counted in where neither table nor cell says it. */
  unit: Unit | null
  /** Answers by question id. */
  answers: Readonly<Record<string, string>>
}

export const emptyContext: Context = { budgetYear: null, planYears: [], unit: null, answers: {} }

/** Below this, what was recognised is asked about instead of taken for granted. */
export const SURE = 0.8

/**
 * One table proposed out of a file, with what is unsure and what is wrong. `table` is null for a list of
 * assignments. Pure: `applyAnswers` gives a new one.
 */
export type Recognition = {
  grid: Grid | null
  context: Context
  table: Table | null
  assignments: BookAssignment[]
  questions: Question[]
  problems: ReadingProblem[]
}

export type QuestionAbout =
  | 'tableKind'
  | 'unit'
  | 'budgetYear'
  | 'columnKind'
  | 'columnYear'
  | 'rowRole'
  | 'rowKind'
  | 'numberMarks'

/** Something unsure, to be asked. */
export type Question = {
  /** Stable for the same file: answers are given by it. */
  id: string
  about: QuestionAbout
  place: Place
  message: Message
  alternatives: Alternative[]
  /** The answer that is chosen beforehand when a person is asked. */
  proposed: string
  /** What the table holds until a person answers; empty for "nothing said". */
  assumed: string
  /** 0 to 1: how sure the proposed answer is. */
  confidence: number
}

export type Alternative = { value: string; message: Message }

/** Something wrong or taken for granted, with its place in the file. */
export type ReadingProblem = { severity: Severity; place: Place; message: Message }
