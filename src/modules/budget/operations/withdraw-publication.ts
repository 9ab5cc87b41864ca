import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged } from '../store/change-book.ts'
import { tellPublished } from '../store/publications.ts'
import { bookId } from './shapes.ts'

/**
 * Withdraws an edition: its pages and files are gone for the public at once, and its address says so and why. It is
 * not undone; publishing again makes a new edition.
 */
export const withdrawPublication = writeOperation({
  name: 'withdraw-publication',
  summary: 'Withdraw a published edition, with a note to the public that its address then shows.',
  route: 'POST /budget/books/{bookId}/publications/{publicationId}/withdrawal',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({
    bookId,
    publicationId: z.uuid(),
    note: z.string().trim().min(1).max(2000).describe('Why, in words for the public'),
  }),
  output: z.object({ slug: z.string(), edition: z.number().int() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    publicationId: budget.publicationId,
    note: 'Ett belopp var fel. En rättad utgåva kommer.',
  }),
  audit: (input, output) => ({
    kind: 'publication',
    id: input.publicationId,
    detail: { slug: output.slug, edition: output.edition, book: input.bookId },
  }),
  async run(context, input) {
    await bookChanged(context, input.bookId, { kind: 'publication' })
    const publication = found(
      await context.db
        .selectFrom('budget.publication')
        .select(['slug', 'edition', 'withdrawn_at'])
        .where('id', '=', input.publicationId)
        .where('book_id', '=', input.bookId)
        .executeTakeFirst(),
    )
    if (publication.withdrawn_at !== null)
      throw new Problem('notPossibleNow', { detail: 'publish.alreadyWithdrawn' })
    await context.db
      .updateTable('budget.publication')
      .set({ withdrawn_at: context.now, withdrawn_note: input.note })
      .where('id', '=', input.publicationId)
      .execute()
    const { id, name } = actorName(context)
    await context.db
      .insertInto('budget.publication_event')
      .values({
        organisation_id: context.organisationId,
        book_id: input.bookId,
        publication_id: input.publicationId,
        id: newId(),
        what: 'withdrawn',
        reason: input.note,
        happened_at: context.now,
        done_by: id,
        done_by_name: name,
      })
      .execute()
    context.afterCommit(() => tellPublished(context.services, 'withdrawn', context.organisationId))
    return { slug: publication.slug, edition: publication.edition }
  },
})
