import { z } from 'zod'
import { roles } from '#platform/access/roles.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { invitationSecret } from '../invitation-token.ts'

/** What an invitation's link leads to. Whoever has the link may see it; a link that no longer works is not found. */
export const getInvitation = readOperation({
  name: 'get-invitation',
  summary: 'What an invitation offers, by the secret in its link.',
  route: 'GET /invitation',
  policy: { allow: 'everyone' },
  input: z.object({ token: z.string().min(1).max(200) }),
  output: z.object({
    organisationName: z.string(),
    isDemo: z.boolean(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    unitName: z.string(),
    expiresAt: z.date(),
  }),
  example: ({ organisation }) => ({ token: organisation.invitationToken }),
  async run({ db, now, services }, { token }) {
    const row = found(
      await db
        .selectFrom('organisation.invitation as invitation')
        .innerJoin('organisation.unit as unit', 'unit.id', 'invitation.unit_id')
        .innerJoin(
          'organisation.organisation as organisation',
          'organisation.id',
          'invitation.organisation_id',
        )
        .select([
          'organisation.name as organisationName',
          'organisation.is_demo as isDemo',
          'invitation.name',
          'invitation.email',
          'invitation.role',
          'invitation.expires_at as expiresAt',
          'unit.name as unitName',
        ])
        .where('invitation.token_hash', '=', services.keyedHash(invitationSecret(token)))
        .where('invitation.answered_at', 'is', null)
        .where('invitation.withdrawn_at', 'is', null)
        .where('invitation.expires_at', '>', now)
        .executeTakeFirst(),
    )
    return { ...row, role: z.enum(roles).parse(row.role) }
  },
})
