import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged, recordEdits } from '../store/change-book.ts'
import { compiledVersion, tableOf } from '../store/compile.ts'
import { readBookForChange, versionOf } from '../store/read-book.ts'
import { rowSubject } from '../store/read-edits.ts'
import { requireDraft } from './require-draft.ts'
import { amountText, bookId, versionId } from './shapes.ts'

/**
 * Writes a figure by hand over a derived one, with a reason, or takes that back. It changes that one printed figure;
 * the check says what it no longer agrees with.
 */
export const setOverride = writeOperation({
  name: 'set-override',
  summary: 'Write a figure by hand over a derived one, or withdraw that.',
  route: 'PUT /budget/books/{bookId}/versions/{versionId}/overrides',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z
    .object({
      bookId,
      versionId,
      table: z.string().min(1).max(300),
      row: z.string().min(1).max(500),
      column: z.string().min(1).max(300),
      value: amountText.nullable(),
      note: z.string().trim().max(1000).default('').describe('Why; required unless it is withdrawn'),
      withdrawn: z.boolean().default(false),
    })
    .refine((input) => input.withdrawn || input.note !== '', { path: ['note'], message: 'override.why' }),
  output: z.object({ revision: z.string() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    table: budget.compiledCell.table,
    row: budget.compiledCell.row,
    column: budget.compiledCell.column,
    value: '121',
    note: 'Enligt beslut i fullmäktige.',
  }),
  audit: (input) => ({
    kind: 'budget',
    id: input.bookId,
    detail: { table: input.table, row: input.row, withdrawn: input.withdrawn },
  }),
  async run(context, input) {
    const revision = await bookChanged(context, input.bookId, {
      kind: 'override',
      versionId: input.versionId,
    })
    await requireDraft(context, input.bookId, input.versionId)
    const book = await readBookForChange(context.db, input.bookId)
    const version = versionOf(book, input.versionId)
    const table = found(tableOf(compiledVersion(book, version).book.tables, input.table))
    found(table.rows.find((row) => row.key === input.row))
    found(table.columns.find((column) => column.key === input.column))
    const before = version.overrides.find(
      (each) => each.tableKey === input.table && each.rowKey === input.row && each.columnKey === input.column,
    )
    const { db } = context
    if (before) {
      await db
        .updateTable('budget.statement_override')
        .set({ withdrawn_at: context.now })
        .where('id', '=', before.id)
        .execute()
    }
    const { id, name } = actorName(context)
    if (!input.withdrawn) {
      await db
        .insertInto('budget.statement_override')
        .values({
          organisation_id: context.organisationId,
          id: newId(),
          book_id: book.id,
          version_id: version.id,
          table_key: input.table,
          row_key: input.row,
          column_key: input.column,
          value: input.value,
          note: input.note,
          made_at: context.now,
          made_by: id,
          made_by_name: name,
        })
        .execute()
    }
    await recordEdits(context, [
      {
        bookId: book.id,
        versionId: version.id,
        subjectKind: 'override',
        subjectId: rowSubject(input.table, input.row),
        field: input.column,
        before: before?.value ?? null,
        after: input.withdrawn ? null : input.value,
      },
    ])
    return { revision: String(revision) }
  },
})
