import { z } from 'zod'
import { roles } from '#platform/access/roles.ts'
import { today } from '#platform/dates.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'

const role = z.enum(roles)

/** Who is trusted with what, in which unit, since when and by whom; and who has been invited and not answered. */
export const listRoleGrants = personalReadOperation({
  name: 'list-role-grants',
  summary: 'Who is trusted with which role in which unit, and which invitations wait for an answer.',
  route: 'GET /role-grants',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'organiser', 'auditor'] },
  input: z.object({
    /** Also what has ended. */
    ended: z.boolean().default(false),
  }),
  output: z.object({
    grants: z.array(
      z.object({
        id: z.uuid(),
        userId: z.string(),
        name: z.string(),
        email: z.string(),
        role,
        unitId: z.uuid(),
        unitName: z.string(),
        validFrom: z.iso.date(),
        validTo: z.iso.date().nullable(),
        grantedByName: z.string().nullable(),
        lent: z.boolean().describe('Lent by somebody for a time'),
        lentByName: z.string().nullable(),
        endedAt: z.date().nullable(),
        endedByName: z.string().nullable(),
      }),
    ),
    invitations: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        email: z.string(),
        role,
        unitId: z.uuid(),
        unitName: z.string(),
        invitedByName: z.string().nullable(),
        invitedAt: z.date(),
        expiresAt: z.date(),
        expired: z.boolean(),
      }),
    ),
  }),
  example: () => ({}),
  audit: (input, output) => ({
    kind: 'roleGrants',
    id: null,
    detail: { ended: input.ended, grants: output.grants.length, invitations: output.invitations.length },
  }),
  async run({ db, now }, { ended }) {
    const day = today(now)
    const grants = await db
      .selectFrom('organisation.role_grant as held')
      .innerJoin('organisation.unit as unit', 'unit.id', 'held.unit_id')
      .leftJoin('organisation.trusted_person as person', 'person.user_id', 'held.user_id')
      .leftJoin('organisation.trusted_person as giver', 'giver.user_id', 'held.granted_by')
      .leftJoin('organisation.trusted_person as ender', 'ender.user_id', 'held.ended_by')
      .leftJoin('organisation.role_grant as lending', 'lending.id', 'held.lent_from')
      .leftJoin('organisation.trusted_person as lender', 'lender.user_id', 'lending.user_id')
      .select([
        'held.id',
        'held.lent_from as lentFrom',
        'lender.name as lentByName',
        'held.user_id as userId',
        'held.role',
        'held.unit_id as unitId',
        'held.valid_from as validFrom',
        'held.valid_to as validTo',
        'held.ended_at as endedAt',
        'unit.name as unitName',
        'person.name',
        'person.email',
        'giver.name as grantedByName',
        'ender.name as endedByName',
      ])
      .$if(!ended, (query) =>
        query
          .where('held.ended_at', 'is', null)
          .where((where) =>
            where.or([where('held.valid_to', 'is', null), where('held.valid_to', '>=', day)]),
          ),
      )
      .orderBy('person.name')
      .orderBy('held.granted_at')
      .execute()
    const invitations = await db
      .selectFrom('organisation.invitation as invitation')
      .innerJoin('organisation.unit as unit', 'unit.id', 'invitation.unit_id')
      .leftJoin('organisation.trusted_person as inviter', 'inviter.user_id', 'invitation.invited_by')
      .select([
        'invitation.id',
        'invitation.name',
        'invitation.email',
        'invitation.role',
        'invitation.unit_id as unitId',
        'invitation.invited_at as invitedAt',
        'invitation.expires_at as expiresAt',
        'unit.name as unitName',
        'inviter.name as invitedByName',
      ])
      .where('invitation.answered_at', 'is', null)
      .where('invitation.withdrawn_at', 'is', null)
      .orderBy('invitation.invited_at', 'desc')
      .execute()
    return {
      grants: grants.map(({ lentFrom, ...each }) => ({
        ...each,
        lent: lentFrom !== null,
        name: each.name ?? '',
        email: each.email ?? '',
        role: role.parse(each.role),
      })),
      invitations: invitations.map((each) => ({
        ...each,
        role: role.parse(each.role),
        expired: each.expiresAt <= now,
      })),
    }
  },
})
