import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { freeSlug } from '#platform/slug.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged, recordEdits } from '../store/change-book.ts'
import { readBookForChange } from '../store/read-book.ts'
import { requireDraft } from './require-draft.ts'
import { bookId, versionId } from './shapes.ts'

/** Adds somebody else's budget to the book, to read in and compare with. */
export const addVersion = writeOperation({
  name: 'add-version',
  summary: "Add another party's version to a budget book, to read in and compare with.",
  route: 'POST /budget/books/{bookId}/versions',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({
    bookId,
    name: z.string().trim().min(1).max(120),
    party: z.string().trim().max(120).default(''),
  }),
  output: z.object({ versionId, slug: z.string() }),
  example: ({ budget }) => ({ bookId: budget.bookId, name: 'Ett annat partis förslag' }),
  audit: (input, output) => ({
    kind: 'budget',
    id: input.bookId,
    detail: { version: output.versionId, name: input.name },
  }),
  async run(context, input) {
    await bookChanged(context, input.bookId, { kind: 'versions' })
    const book = await readBookForChange(context.db, input.bookId)
    const id = newId()
    const slug = freeSlug(input.name, new Set(book.versions.map((version) => version.slug)))
    await context.db
      .insertInto('budget.version')
      .values({
        organisation_id: context.organisationId,
        id,
        book_id: book.id,
        slug,
        name: input.name,
        kind: 'other',
        party: input.party,
        position: book.versions.length,
        created_at: context.now,
        created_by: context.actor.kind === 'person' ? context.actor.userId : null,
      })
      .execute()
    return { versionId: id, slug }
  },
})

/** Changes what a version is called, who stands behind it, and what a changed result does: stays as cash or changes loans. */
export const updateVersion = writeOperation({
  name: 'update-version',
  summary: "Change a version's name, party or cash policy.",
  route: 'PATCH /budget/books/{bookId}/versions/{versionId}',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({
    bookId,
    versionId,
    name: z.string().trim().min(1).max(120),
    party: z.string().trim().max(120),
    cashPolicy: z.enum(['cash', 'loans']),
  }),
  output: z.object({ revision: z.string() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    name: 'Vårt förslag',
    party: '',
    cashPolicy: 'loans' as const,
  }),
  audit: (input) => ({
    kind: 'budget',
    id: input.bookId,
    detail: { version: input.versionId, name: input.name },
  }),
  async run(context, input) {
    const revision = await bookChanged(context, input.bookId, {
      kind: 'versions',
      versionId: input.versionId,
    })
    const before = await requireDraft(context, input.bookId, input.versionId)
    await context.db
      .updateTable('budget.version')
      .set({ name: input.name, party: input.party, cash_policy: input.cashPolicy })
      .where('id', '=', input.versionId)
      .execute()
    await recordEdits(context, [
      {
        bookId: input.bookId,
        versionId: input.versionId,
        subjectKind: 'version',
        subjectId: input.versionId,
        field: 'name',
        before: before.name,
        after: input.name,
      },
    ])
    return { revision: String(revision) }
  },
})
