import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { budgetWriters } from '../budget-roles.ts'
import type { Table } from '../rules/book.ts'
import type { Message } from '../rules/reading/message.ts'
import type { Place } from '../rules/reading/raw-table.ts'
import { readImportFiles, waitFor } from '../store/import-files.ts'
import { within } from '#platform/running-readings.ts'
import { bookId, yearNumber } from './shapes.ts'

const message = z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
const place = z.object({
  file: z.string(),
  sheet: z.string().nullable(),
  row: z.number().int().nullable(),
  column: z.number().int().nullable(),
  address: z.string(),
})

/** Milliseconds until somebody who does not wait is told how far it has come. */
const patience = 800

/** Rows of a table shown before it is read in; the rest is counted. */
const rowsShown = 8

/** Shows what is in uploaded files before anything is read in: the tables as understood, what is unsure, what is wrong. */
export const previewImport = readOperation({
  name: 'preview-import',
  summary: 'What uploaded files hold, what is unsure in them and what is wrong; changes nothing.',
  route: 'GET /budget/books/{bookId}/import-preview',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({
    bookId,
    fileIds: z.array(z.uuid()).min(1).max(20),
    answers: z.record(z.string(), z.string()).default({}),
    /** False to be told soon how far it has come, instead of waiting for the end. */
    wait: z.boolean().default(true),
  }),
  output: z.discriminatedUnion('state', [
    z.object({ state: z.literal('reading'), share: z.number() }),
    z.object({
      state: z.literal('read'),
      fileNames: z.array(z.string()),
      tables: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          kind: z.string(),
          body: z.string().nullable(),
          unit: z.string(),
          columns: z.array(z.object({ label: z.string(), kind: z.string(), year: yearNumber.nullable() })),
          rows: z.array(
            z.object({
              label: z.string(),
              kind: z.string(),
              role: z.string().nullable(),
              cells: z.array(z.string()),
            }),
          ),
          rowCount: z.number().int(),
        }),
      ),
      assignments: z.number().int(),
      questions: z.array(
        z.object({
          id: z.string(),
          about: z.string(),
          place,
          message,
          alternatives: z.array(z.object({ value: z.string(), message })),
          proposed: z.string(),
        }),
      ),
      problems: z.array(z.object({ severity: z.string(), place, message })),
      inferred: z.array(message),
    }),
  ]),
  example: ({ budget }) => ({ bookId: budget.bookId, fileIds: [budget.fileId] }),
  async prepare(context, input) {
    const running = await readImportFiles(context, input)
    if (input.wait) return { done: await waitFor(context, running) }
    const done = await within(running, patience)
    return done ? { done: done.result } : { share: running.share() }
  },
  async run(_context, _input, reading) {
    if (!reading.done) return { state: 'reading' as const, share: reading.share }
    const { names, read } = reading.done
    return {
      state: 'read' as const,
      fileNames: names,
      tables: read.book.tables.map(shownTable),
      assignments: read.book.assignments.length,
      questions: read.questions.map((question) => ({
        id: question.id,
        about: question.about,
        place: plainPlace(question.place),
        message: plain(question.message),
        alternatives: question.alternatives.map(({ value, message: said }) => ({
          value,
          message: plain(said),
        })),
        proposed: question.proposed,
      })),
      problems: read.problems.map((problem) => ({
        severity: problem.severity,
        place: plainPlace(problem.place),
        message: plain(problem.message),
      })),
      inferred: read.inferred.map(plain),
    }
  },
})

function plain(said: Message): z.input<typeof message> {
  return { key: said.key, params: { ...said.params } }
}

function plainPlace({ file, sheet, row, column, address }: Place) {
  return { file, sheet, row, column, address }
}

function shownTable(table: Table) {
  return {
    key: table.key,
    title: table.title,
    kind: table.kind,
    body: table.body,
    unit: table.unit,
    columns: table.columns.map(({ label, kind, year }) => ({ label, kind, year })),
    rows: table.rows.slice(0, rowsShown).map((row) => ({
      label: row.label,
      kind: row.kind,
      role: row.role,
      cells: row.cells.map((cell) => cell?.printed ?? ''),
    })),
    rowCount: table.rows.length,
  }
}
