import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged } from '../store/change-book.ts'
import { bookId, versionId } from './shapes.ts'

/**
 * Says of a finding that it has been looked at and can stand, and why. The printed figure is not changed. The
 * acceptance holds for these figures only: when one of them changes, the finding is open again.
 */
export const acceptFinding = writeOperation({
  name: 'accept-finding',
  summary: 'Accept a finding with a note; it opens again when its figures change.',
  route: 'POST /budget/books/{bookId}/versions/{versionId}/acceptances',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({
    bookId,
    versionId,
    findingId: z.string().min(1).max(500),
    fingerprint: z.string().min(1).max(500),
    note: z.string().trim().min(1).max(2000),
  }),
  output: z.object({ acceptanceId: z.uuid() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    findingId: 'example',
    fingerprint: 'example',
    note: 'Står så i det tryckta dokumentet.',
  }),
  audit: (input, output) => ({
    kind: 'budget',
    id: input.bookId,
    detail: { finding: input.findingId, acceptance: output.acceptanceId },
  }),
  async run(context, input) {
    await bookChanged(context, input.bookId, { kind: 'acceptance', versionId: input.versionId })
    const { id: userId, name } = actorName(context)
    const acceptanceId = newId()
    await context.db
      .updateTable('budget.finding_acceptance')
      .set({ withdrawn_at: context.now })
      .where('version_id', '=', input.versionId)
      .where('finding_id', '=', input.findingId)
      .where('withdrawn_at', 'is', null)
      .execute()
    await context.db
      .insertInto('budget.finding_acceptance')
      .values({
        organisation_id: context.organisationId,
        id: acceptanceId,
        book_id: input.bookId,
        version_id: input.versionId,
        finding_id: input.findingId,
        fingerprint: input.fingerprint,
        note: input.note,
        accepted_at: context.now,
        accepted_by: userId,
        accepted_by_name: name,
      })
      .execute()
    return { acceptanceId }
  },
})

/** Opens an accepted finding again. */
export const withdrawAcceptance = writeOperation({
  name: 'withdraw-acceptance',
  summary: 'Withdraw the acceptance of a finding.',
  route: 'DELETE /budget/books/{bookId}/versions/{versionId}/acceptances/{acceptanceId}',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({ bookId, versionId, acceptanceId: z.uuid() }),
  output: z.object({ findingId: z.string() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    acceptanceId: budget.acceptanceId,
  }),
  audit: (input, output) => ({ kind: 'budget', id: input.bookId, detail: { finding: output.findingId } }),
  async run(context, input) {
    await bookChanged(context, input.bookId, { kind: 'acceptance', versionId: input.versionId })
    const row = found(
      await context.db
        .updateTable('budget.finding_acceptance')
        .set({ withdrawn_at: context.now })
        .where('book_id', '=', input.bookId)
        .where('version_id', '=', input.versionId)
        .where('id', '=', input.acceptanceId)
        .where('withdrawn_at', 'is', null)
        .returning('finding_id')
        .executeTakeFirst(),
    )
    return { findingId: row.finding_id }
  },
})
