import { z } from 'zod'
import { roles } from '#platform/access/roles.ts'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { givingRoles } from '../rules/trust.ts'
import { requireTrustToGive } from '../require-trust.ts'

/**
 * Gives a role to somebody whom the organisation already trusts with something; others are invited, so that they
 * agree first. Giving what is already held changes nothing.
 */
export const grantRole = writeOperation({
  name: 'grant-role',
  summary: 'Give a role in a unit, and everything below it, to somebody the organisation already trusts.',
  route: 'POST /role-grants',
  policy: { allow: 'roles', roles: givingRoles },
  input: z
    .object({
      userId: z.string().min(1),
      role: z.enum(roles),
      unitId: z.uuid(),
      validFrom: z.iso.date().optional(),
      validTo: z.iso.date().optional(),
    })
    .refine(({ validFrom, validTo }) => !validFrom || !validTo || validFrom <= validTo, {
      path: ['validTo'],
      message: 'roleGrant.endsBeforeItBegins',
    }),
  output: z.object({ grantId: z.uuid(), alreadyHeld: z.boolean() }),
  example: ({ organisation }) => ({
    userId: organisation.colleagueUserId,
    role: 'caller' as const,
    validTo: '2099-12-31',
    unitId: organisation.unitId,
  }),
  audit: (input, output) => ({
    kind: 'roleGrant',
    id: output.grantId,
    detail: { role: input.role, userId: input.userId, unitId: input.unitId },
  }),
  async run({ db, actor, now, organisationId }, input) {
    requireTrustToGive(actor, input.role, input.unitId)
    found(
      await db.selectFrom('organisation.unit').select('id').where('id', '=', input.unitId).executeTakeFirst(),
    )
    found(
      await db
        .selectFrom('organisation.trusted_person')
        .select('user_id')
        .where('user_id', '=', input.userId)
        .executeTakeFirst(),
    )
    const day = today(now)
    const validFrom = input.validFrom ?? day
    if (input.validTo && input.validTo < day) {
      throw new Problem('invalidInput', {
        issues: [{ path: ['validTo'], message: 'roleGrant.endsInThePast' }],
      })
    }
    const held = await db
      .selectFrom('organisation.role_grant')
      .select('id')
      .where('user_id', '=', input.userId)
      .where('role', '=', input.role)
      .where('unit_id', '=', input.unitId)
      .where('valid_from', '<=', validFrom)
      .where('valid_to', 'is', null)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (held) return { grantId: held.id, alreadyHeld: true }
    const grantId = newId()
    await db
      .insertInto('organisation.role_grant')
      .values({
        organisation_id: organisationId,
        id: grantId,
        user_id: input.userId,
        role: input.role,
        unit_id: input.unitId,
        valid_from: validFrom,
        valid_to: input.validTo ?? null,
        granted_by: actor.kind === 'person' ? actor.userId : null,
        granted_at: now,
      })
      .execute()
    return { grantId, alreadyHeld: false }
  },
})
