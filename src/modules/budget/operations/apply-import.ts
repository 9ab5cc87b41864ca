import { createHash } from 'node:crypto'
import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { budgetWriters } from '../budget-roles.ts'
import type { Book } from '../rules/book.ts'
import { fingerprintText } from '../rules/reading/fingerprint.ts'
import { bookChanged, printedChanged } from '../store/change-book.ts'
import { frameOf, readImportFiles, waitFor } from '../store/import-files.ts'
import { readBookForChange, versionOf } from '../store/read-book.ts'
import { saveAssignments, saveChapters } from '../store/save-assignments.ts'
import { saveBoards } from '../store/save-boards.ts'
import { savePrintedAdjustments } from '../store/save-printed-adjustments.ts'
import { saveRequirements } from '../store/save-requirements.ts'
import { saveTables } from '../store/save-tables.ts'
import { yearsOf, type StoredBook, type StoredVersion } from '../store/stored-book.ts'
import { requireDraft } from './require-draft.ts'
import { bookId, versionId } from './shapes.ts'

/**
 * Reads files into a version: all of what is in them, or nothing. Printed figures are kept as they stood. The same
 * content a second time changes nothing. What is unsure must have been answered first (see preview-import).
 */
export const applyImport = writeOperation({
  name: 'apply-import',
  summary:
    'Read uploaded files into a version: all of it or nothing; the same content twice changes nothing.',
  route: 'POST /budget/books/{bookId}/versions/{versionId}/imports',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({
    bookId,
    versionId,
    fileIds: z.array(z.uuid()).min(1).max(20),
    answers: z.record(z.string(), z.string()).default({}),
    /** Take away what was read in before, instead of adding to it. */
    replace: z.boolean().default(false),
    /** Read in although some cells could not be understood; they are left blank and listed. */
    despiteProblems: z.boolean().default(false),
  }),
  output: z.object({
    outcome: z.enum(['imported', 'unchanged']),
    tables: z.number().int(),
    cells: z.number().int(),
    adjustments: z.number().int(),
    assignments: z.number().int(),
  }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.baseVersionId,
    fileIds: [budget.fileId],
  }),
  audit: (input, output) => ({
    kind: 'budget',
    id: input.bookId,
    detail: { version: input.versionId, outcome: output.outcome, tables: output.tables, cells: output.cells },
  }),
  async prepare(context, input) {
    return waitFor(context, await readImportFiles(context, input))
  },
  async run(context, input, files) {
    await bookChanged(context, input.bookId, { kind: 'import', versionId: input.versionId })
    await requireDraft(context, input.bookId, input.versionId)
    const stored = await readBookForChange(context.db, input.bookId)
    const version = versionOf(stored, input.versionId)
    // The files were read as belonging to the book as it was then.
    if (JSON.stringify(frameOf(stored)) !== JSON.stringify(files.frame)) throw new Problem('changedMeanwhile')
    const errors = files.read.problems.filter((problem) => problem.severity === 'error')
    if (errors.length > 0 && !input.despiteProblems) {
      throw new Problem('invalidInput', { detail: 'import.errors', params: { count: errors.length } })
    }
    const { book } = files.read
    if (book.tables.length === 0 && book.assignments.length === 0) {
      throw new Problem('invalidInput', { detail: 'import.nothing' })
    }
    const fingerprint = createHash('sha256').update(fingerprintText(book)).digest('hex')
    const nothing = { tables: 0, cells: 0, adjustments: 0, assignments: 0 }
    const before = await readIn(context, version.id)
    // To replace is to be left with this alone: it changes something where there was more.
    if (before.includes(fingerprint) && (!input.replace || before.length === 1)) {
      return { outcome: 'unchanged' as const, ...nothing }
    }
    if (input.replace) await takeAway(context, version.id)
    return {
      outcome: 'imported' as const,
      ...(await save(context, stored, version, book, files.names, fingerprint)),
    }
  },
})

/** What has been read into the version, as fingerprints. */
async function readIn({ db }: OperationContext, version: string): Promise<string[]> {
  const rows = await db
    .selectFrom('budget.import_run')
    .select('fingerprint')
    .where('version_id', '=', version)
    .execute()
  return rows.map((row) => row.fingerprint)
}

/** The tables go with the import they came by. */
async function takeAway({ db }: OperationContext, version: string): Promise<void> {
  await db.deleteFrom('budget.import_run').where('version_id', '=', version).execute()
}

async function save(
  context: OperationContext,
  stored: StoredBook,
  version: StoredVersion,
  book: Book,
  names: string[],
  fingerprint: string,
) {
  const target = { bookId: stored.id, versionId: version.id }
  const { id: importedBy, name } = actorName(context)
  const cells = book.tables.reduce(
    (all, table) =>
      all + table.rows.reduce((sum, row) => sum + row.cells.filter((cell) => cell !== null).length, 0),
    0,
  )
  const importId = newId()
  await context.db
    .insertInto('budget.import_run')
    .values({
      organisation_id: context.organisationId,
      id: importId,
      book_id: stored.id,
      version_id: version.id,
      files: JSON.stringify(names),
      fingerprint,
      table_count: book.tables.length,
      cell_count: cells,
      imported_at: context.now,
      imported_by: importedBy,
      imported_by_name: name,
    })
    .execute()
  await printedChanged(context, version.id)
  await saveTables(context, { ...target, importId }, book.tables)
  const boardOf = await saveBoards(context, stored.id, book.tables)
  const settings = { years: yearsOf(stored), unit: stored.amountUnit }
  // What somebody has begun to write by hand is never mixed with what is printed.
  const adjustments =
    version.kind !== 'base' && version.adjustments.length === 0
      ? await savePrintedAdjustments(context, target, book.tables, settings, boardOf)
      : 0
  const assignments = version.assignments.length === 0 ? book.assignments : []
  await saveAssignments(context, target, assignments, boardOf)
  await saveChapters(context, target, book.tables, assignments)
  if (version.kind !== 'base' && version.resultRequirements.length === 0) {
    await saveRequirements(context, target, book.tables, settings)
  }
  return { tables: book.tables.length, cells, adjustments, assignments: assignments.length }
}
