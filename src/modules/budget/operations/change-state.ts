import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged } from '../store/change-book.ts'
import { readBookForChange, versionOf } from '../store/read-book.ts'
import { readSignOffs } from '../store/sign-offs.ts'
import type { VersionState } from '../store/stored-book.ts'
import { bookId, versionId, versionState } from './shapes.ts'

/** The steps of a version's life. Nothing leads back from archived. */
const steps: Record<VersionState, readonly VersionState[]> = {
  draft: ['ready', 'archived'],
  ready: ['draft', 'adopted', 'archived'],
  adopted: ['archived'],
  archived: [],
}

/**
 * Moves a version on: draft → ready → adopted, or back to draft. It moves forward when every body that must anchor it
 * has approved what it says now; somebody who goes past that must say why, and it is kept.
 */
export const changeState = writeOperation({
  name: 'change-version-state',
  summary: 'Move a version to draft, ready, adopted or archived; missing sign-offs need a reason.',
  route: 'POST /budget/books/{bookId}/versions/{versionId}/state',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({
    bookId,
    versionId,
    state: versionState,
    overrideReason: z.string().trim().max(2000).optional(),
  }),
  output: z.object({ state: versionState, missing: z.array(z.string()) }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    state: 'ready' as const,
    overrideReason: 'Brådskande: nämnden sammanträder i kväll.',
  }),
  audit: (input, output) => ({
    kind: 'budget',
    id: input.bookId,
    detail: { version: input.versionId, state: output.state, withoutSignOff: output.missing.join(', ') },
  }),
  async run(context, input) {
    await bookChanged(context, input.bookId, { kind: 'state', versionId: input.versionId })
    const book = await readBookForChange(context.db, input.bookId)
    const version = versionOf(book, input.versionId)
    if (!steps[version.state].includes(input.state)) {
      throw new Problem('notPossibleNow', {
        detail: 'state.step',
        params: { from: version.state, to: input.state },
      })
    }
    // Also when it is adopted: what was changed after it was ready is not what they said yes to.
    const forward = input.state === 'ready' || input.state === 'adopted'
    const bodies = forward ? await readSignOffs(context.db, book, version) : []
    const missing = bodies.filter((body) => body.state !== 'approved').map((body) => body.name)
    if (missing.length > 0 && !input.overrideReason) {
      throw new Problem('notPossibleNow', {
        detail: 'state.missing',
        params: { bodies: missing.join(', ') },
      })
    }
    const { id, name } = actorName(context)
    await context.db
      .updateTable('budget.version')
      .set({ state: input.state })
      .where('id', '=', version.id)
      .execute()
    await context.db
      .insertInto('budget.state_change')
      .values({
        organisation_id: context.organisationId,
        id: newId(),
        book_id: input.bookId,
        version_id: version.id,
        from_state: version.state,
        to_state: input.state,
        override_reason: missing.length > 0 ? input.overrideReason : null,
        changed_at: context.now,
        changed_by: id,
        changed_by_name: name,
      })
      .execute()
    return { state: input.state, missing }
  },
})
