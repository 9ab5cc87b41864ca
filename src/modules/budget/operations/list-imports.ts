import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { budgetReaders } from '../budget-roles.ts'
import { bookId, versionId } from './shapes.ts'

/** What has been read into a book, from which files, by whom; the latest first. */
export const listImports = readOperation({
  name: 'list-imports',
  summary: 'What has been read into a budget book, the latest first.',
  route: 'GET /budget/books/{bookId}/imports',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({ bookId }),
  output: z.object({
    imports: z.array(
      z.object({
        id: z.uuid(),
        versionId,
        files: z.array(z.string()),
        tables: z.number().int(),
        cells: z.number().int(),
        at: z.iso.datetime(),
        by: z.string(),
      }),
    ),
  }),
  example: ({ budget }) => ({ bookId: budget.bookId }),
  async run({ db }, input) {
    const rows = await db
      .selectFrom('budget.import_run')
      .selectAll()
      .where('book_id', '=', input.bookId)
      .orderBy('imported_at', 'desc')
      .execute()
    return {
      imports: rows.map((row) => ({
        id: row.id,
        versionId: row.version_id,
        files: row.files as string[],
        tables: row.table_count,
        cells: row.cell_count,
        at: row.imported_at.toISOString(),
        by: row.imported_by_name,
      })),
    }
  },
})
