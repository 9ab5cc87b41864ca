import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { budgetWriters } from '../budget-roles.ts'
import { rowKinds } from '../rules/book.ts'
import { roles } from '../rules/roles.ts'
import { bookChanged, printedChanged, recordEdits } from '../store/change-book.ts'
import { rowSubject } from '../store/read-edits.ts'
import { requireDraft } from './require-draft.ts'
import { bookId, versionId } from './shapes.ts'

/** Says what a printed row means or is, where it was not recognised rightly. The printed figures are not touched. */
export const correctRow = writeOperation({
  name: 'correct-row',
  summary: 'Correct what a printed row means (its role) or is (a line, a sum, a part, a memo).',
  route: 'PATCH /budget/books/{bookId}/versions/{versionId}/tables/{table}/rows/{row}',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({
    bookId,
    versionId,
    table: z.string().min(1).max(300),
    row: z.string().min(1).max(500),
    role: z.enum(roles).nullable(),
    kind: z.enum(rowKinds),
    ofWhichComplete: z
      .boolean()
      .nullable()
      .default(null)
      .describe('For a part: do the parts together claim to be the whole? Null when that is not known'),
  }),
  output: z.object({ revision: z.string() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.baseVersionId,
    table: budget.tableKey,
    row: budget.rowKey,
    role: 'appropriation' as const,
    kind: 'line' as const,
  }),
  audit: (input) => ({ kind: 'budget', id: input.bookId, detail: { table: input.table, row: input.row } }),
  async run(context, input) {
    const revision = await bookChanged(context, input.bookId, { kind: 'printed', versionId: input.versionId })
    await requireDraft(context, input.bookId, input.versionId)
    const { db } = context
    const table = found(
      await db
        .selectFrom('budget.printed_table')
        .select('id')
        .where('book_id', '=', input.bookId)
        .where('version_id', '=', input.versionId)
        .where('key', '=', input.table)
        .executeTakeFirst(),
    )
    const before = found(
      await db
        .selectFrom('budget.printed_row')
        .select(['role', 'kind', 'of_which_complete as ofWhichComplete'])
        .where('table_id', '=', table.id)
        .where('key', '=', input.row)
        .executeTakeFirst(),
    )
    // Only a part can claim to be one of all the parts.
    const ofWhichComplete = input.kind === 'ofWhich' ? input.ofWhichComplete : null
    await db
      .updateTable('budget.printed_row')
      .set({
        role: input.role,
        kind: input.kind,
        of_which_complete: ofWhichComplete,
        role_origin: 'corrected',
      })
      .where('table_id', '=', table.id)
      .where('key', '=', input.row)
      .execute()
    await printedChanged(context, input.versionId)
    const changed = {
      bookId: input.bookId,
      versionId: input.versionId,
      subjectKind: 'row' as const,
      subjectId: rowSubject(input.table, input.row),
    }
    await recordEdits(context, [
      { ...changed, field: 'role', before: before.role, after: input.role },
      { ...changed, field: 'kind', before: before.kind, after: input.kind },
      {
        ...changed,
        field: 'ofWhichComplete',
        before: told(before.ofWhichComplete),
        after: told(ofWhichComplete),
      },
    ])
    return { revision: String(revision) }
  },
})

function told(complete: boolean | null): string | null {
  return complete === null ? null : String(complete)
}
