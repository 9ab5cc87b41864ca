import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { freeSlug } from '#platform/slug.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged } from '../store/change-book.ts'
import { versionValue } from '../store/compile.ts'
import { copyFigures } from '../store/copy-version.ts'
import { readBookForChange, versionOf } from '../store/read-book.ts'
import { snapshotToJson } from '../store/version-json.ts'
import { bookId, versionId } from './shapes.ts'

/** Branches a scenario off a version: a copy of its figures to change freely, which can be compared and adopted. */
export const branchVersion = writeOperation({
  name: 'branch-version',
  summary: 'Branch a scenario off a version.',
  route: 'POST /budget/books/{bookId}/versions/{versionId}/scenarios',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({ bookId, versionId, name: z.string().trim().min(1).max(120) }),
  output: z.object({ versionId, slug: z.string() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    name: 'Utan skattehöjning',
  }),
  audit: (input, output) => ({
    kind: 'budget',
    id: input.bookId,
    detail: { version: output.versionId, name: input.name },
  }),
  async run(context, input) {
    await bookChanged(context, input.bookId, { kind: 'versions' })
    const book = await readBookForChange(context.db, input.bookId)
    const parent = versionOf(book, input.versionId)
    const id = newId()
    const slug = freeSlug(input.name, new Set(book.versions.map((version) => version.slug)))
    const rationales = Object.fromEntries(parent.adjustments.map((each) => [each.id, each.rationale]))
    await context.db
      .insertInto('budget.version')
      .values({
        organisation_id: context.organisationId,
        id,
        book_id: book.id,
        slug,
        name: input.name,
        kind: 'scenario',
        party: parent.party,
        parent_id: parent.id,
        cash_policy: parent.cashPolicy,
        position: book.versions.length,
        branch_snapshot: snapshotToJson({ version: versionValue(book, parent), rationales }),
        created_at: context.now,
        created_by: context.actor.kind === 'person' ? context.actor.userId : null,
      })
      .execute()
    await copyFigures(context, { bookId: book.id, from: parent.id, to: id })
    return { versionId: id, slug }
  },
})
