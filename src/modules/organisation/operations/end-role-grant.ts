import { z } from 'zod'
import { roles } from '#platform/access/roles.ts'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { givingRoles, keepsAnOwner } from '../rules/trust.ts'
import { requireTrustToGive } from '../require-trust.ts'

/**
 * Ends somebody's trust: at once, or with a day that is its last. The row stays, so that it can always be told who
 * was trusted with what on a day. The organisation always keeps one owner.
 */
export const endRoleGrant = writeOperation({
  name: 'end-role-grant',
  summary: 'End a role: at once, or after a last day. The organisation always keeps one owner.',
  route: 'POST /role-grants/{grantId}/end',
  policy: { allow: 'roles', roles: givingRoles },
  input: z.object({
    grantId: z.uuid(),
    /** The last day; without it the trust ends at once. */
    lastDay: z.iso.date().optional(),
  }),
  output: z.object({ userId: z.string(), role: z.enum(roles), validTo: z.iso.date() }),
  example: ({ organisation }) => ({ grantId: organisation.grantId, lastDay: '2099-12-31' }),
  audit: (input, output) => ({
    kind: 'roleGrant',
    id: input.grantId,
    detail: { role: output.role, userId: output.userId, validTo: output.validTo },
  }),
  async run({ db, actor, now }, input) {
    const day = today(now)
    // Whoever ends an owner's trust looks at all owners, one after the other: two who end each other at the same
    // moment must not both succeed.
    const owners = await db
      .selectFrom('organisation.role_grant as held')
      .innerJoin('organisation.unit as unit', 'unit.id', 'held.unit_id')
      .select(['held.id', 'held.unit_id', 'held.valid_from', 'held.valid_to', 'held.ended_at'])
      .where('held.role', '=', 'owner')
      // An affiliate is reached by its own owners alone.
      .where((where) =>
        where.or([where('unit.parent_id', 'is', null), where('unit.own_register', '=', true)]),
      )
      .orderBy('held.id')
      .forUpdate('held')
      .execute()
    const grant = found(
      await db
        .selectFrom('organisation.role_grant')
        .select(['user_id', 'role', 'unit_id', 'valid_from', 'valid_to', 'ended_at'])
        .where('id', '=', input.grantId)
        .executeTakeFirst(),
    )
    const role = z.enum(roles).parse(grant.role)
    requireTrustToGive(actor, role, grant.unit_id)
    if (grant.ended_at || (grant.valid_to !== null && grant.valid_to < day)) {
      throw new Problem('notPossibleNow', { detail: 'roleGrant.hasEnded' })
    }
    if (input.lastDay && input.lastDay < day) {
      throw new Problem('invalidInput', {
        issues: [{ path: ['lastDay'], message: 'roleGrant.endsInThePast' }],
      })
    }
    const isOwner = owners.some((owner) => owner.id === input.grantId)
    const beside = owners.filter((owner) => owner.unit_id === grant.unit_id)
    const open = beside.map((owner) => ({
      id: owner.id,
      validFrom: owner.valid_from,
      validTo: owner.valid_to,
      ended: owner.ended_at !== null,
    }))
    if (isOwner && !keepsAnOwner(open, input.grantId, day)) {
      const unit = await db
        .selectFrom('organisation.unit')
        .select('own_register')
        .where('id', '=', grant.unit_id)
        .executeTakeFirst()
      const detail = unit?.own_register ? 'roleGrant.lastAffiliateOwner' : 'roleGrant.lastOwner'
      throw new Problem('notPossibleNow', { detail })
    }
    // A trust that has not begun ends on the day it would have.
    const validTo = latest(input.lastDay ?? day, grant.valid_from)
    await db
      .updateTable('organisation.role_grant')
      .set({
        valid_to: validTo,
        ended_at: input.lastDay ? null : now,
        ended_by: actor.kind === 'person' ? actor.userId : null,
      })
      .where('id', '=', input.grantId)
      .execute()
    // What was lent of it goes with it.
    await db
      .updateTable('organisation.role_grant')
      .set((expression) => ({
        valid_to: expression.fn<string>('least', ['valid_to', expression.val(validTo)]),
        ended_at: input.lastDay ? null : now,
        ended_by: actor.kind === 'person' ? actor.userId : null,
      }))
      .where('lent_from', '=', input.grantId)
      .where('ended_at', 'is', null)
      .execute()
    return { userId: grant.user_id, role, validTo }
  },
})

function latest(one: string, other: string): string {
  return one > other ? one : other
}
