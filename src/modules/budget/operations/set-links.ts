import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged } from '../store/change-book.ts'
import { requireDraft } from './require-draft.ts'
import { bookId, versionId } from './shapes.ts'

/** Says where an adjustment comes from or what it rests on: the motion, the decision, the report. */
export const setLinks = writeOperation({
  name: 'set-adjustment-links',
  summary: 'Replace the links of an adjustment.',
  route: 'PUT /budget/books/{bookId}/versions/{versionId}/adjustments/{adjustmentId}/links',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({
    bookId,
    versionId,
    adjustmentId: z.uuid(),
    links: z
      .array(
        z.object({
          title: z.string().trim().min(1).max(200),
          address: z
            .string()
            .trim()
            .max(2000)
            .regex(/^(https?:\/\/|\/)\S+$/, 'link'),
        }),
      )
      .max(30),
  }),
  output: z.object({ links: z.number().int() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    adjustmentId: budget.adjustmentId,
    links: [{ title: 'Motion 14', address: 'https://example.org/motioner/14' }],
  }),
  audit: (input) => ({
    kind: 'budget',
    id: input.bookId,
    detail: { adjustment: input.adjustmentId, links: input.links.length },
  }),
  async run(context, input) {
    await bookChanged(context, input.bookId, {
      kind: 'rows',
      id: input.adjustmentId,
      versionId: input.versionId,
    })
    await requireDraft(context, input.bookId, input.versionId)
    const { db } = context
    found(
      await db
        .selectFrom('budget.adjustment')
        .select('id')
        .where('version_id', '=', input.versionId)
        .where('id', '=', input.adjustmentId)
        .executeTakeFirst(),
    )
    await db.deleteFrom('budget.adjustment_link').where('adjustment_id', '=', input.adjustmentId).execute()
    if (input.links.length > 0) {
      await db
        .insertInto('budget.adjustment_link')
        .values(
          input.links.map((link) => ({
            organisation_id: context.organisationId,
            id: newId(),
            book_id: input.bookId,
            adjustment_id: input.adjustmentId,
            ...link,
          })),
        )
        .execute()
    }
    return { links: input.links.length }
  },
})
