import { z } from 'zod'
import { roles } from '#platform/access/roles.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { requireTrustToGive } from '../require-trust.ts'
import { givingRoles } from '../rules/trust.ts'

/** Takes an invitation back that nobody has answered: its link stops working at once. */
export const withdrawInvitation = writeOperation({
  name: 'withdraw-invitation',
  summary: 'Take back an invitation that has not been answered.',
  route: 'POST /invitations/{invitationId}/withdraw',
  policy: { allow: 'roles', roles: givingRoles },
  input: z.object({ invitationId: z.uuid() }),
  output: z.object({}),
  example: ({ organisation }) => ({ invitationId: organisation.invitationId }),
  audit: (input) => ({ kind: 'invitation', id: input.invitationId }),
  async run({ db, actor, now }, { invitationId }) {
    const invitation = found(
      await db
        .selectFrom('organisation.invitation')
        .select(['role', 'unit_id'])
        .where('id', '=', invitationId)
        .where('answered_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst(),
    )
    requireTrustToGive(actor, z.enum(roles).parse(invitation.role), invitation.unit_id)
    await db
      .updateTable('organisation.invitation')
      .set({ withdrawn_at: now })
      .where('id', '=', invitationId)
      .execute()
    return {}
  },
})
