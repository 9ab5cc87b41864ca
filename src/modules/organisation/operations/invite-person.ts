import { roleTexts } from '#platform/access/messages/roles.ts'
import { z } from 'zod'
import { roles } from '#platform/access/roles.ts'
import { newId } from '#platform/identifiers.ts'
import { sendMail } from '#platform/mail/send-mail.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { invitationDays, invitationSecret, newInvitationToken } from '../invitation-token.ts'
import { organisationTexts } from '../messages/organisation.ts'
import { requireTrustToGive } from '../require-trust.ts'
import { givingRoles } from '../rules/trust.ts'

/**
 * Offers somebody a role by a link in a mail. The account is made, and the role given, when the person answers:
 * nobody is in the system who has not agreed to be, and the answer here is the same whether the address already
 * has an account or not. Inviting the same person to the same role again replaces the link.
 */
export const invitePerson = writeOperation({
  name: 'invite-person',
  summary: 'Invite somebody to a role by mail; the role is given when they answer.',
  route: 'POST /invitations',
  policy: { allow: 'roles', roles: givingRoles },
  input: z.object({
    name: z.string().trim().min(1).max(200),
    email: z.string().trim().toLowerCase().pipe(z.email()),
    role: z.enum(roles),
    unitId: z.uuid(),
  }),
  output: z.object({
    invitationId: z.uuid(),
    expiresAt: z.date(),
    link: z.url().nullable().describe('The link to hand over, when there is no mail server to send it'),
  }),
  example: ({ organisation }) => ({
    name: 'Ny Medarbetare',
    email: 'ny.medarbetare@example.org',
    role: 'caller' as const,
    unitId: organisation.unitId,
  }),
  audit: (input, output) => ({
    kind: 'invitation',
    id: output.invitationId,
    detail: { role: input.role, unitId: input.unitId },
  }),
  async run({ db, actor, now, organisationId, language, services, afterCommit }, input) {
    requireTrustToGive(actor, input.role, input.unitId)
    const unit = found(
      await db
        .selectFrom('organisation.unit as unit')
        .innerJoin('organisation.organisation as organisation', 'organisation.id', 'unit.organisation_id')
        .select(['unit.name', 'organisation.name as organisation'])
        .where('unit.id', '=', input.unitId)
        .executeTakeFirst(),
    )
    await db
      .updateTable('organisation.invitation')
      .set({ withdrawn_at: now })
      .where('email', '=', input.email)
      .where('role', '=', input.role)
      .where('unit_id', '=', input.unitId)
      .where('answered_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .execute()
    const invitationId = newId()
    const token = newInvitationToken(organisationId)
    const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000)
    await db
      .insertInto('organisation.invitation')
      .values({
        organisation_id: organisationId,
        id: invitationId,
        email: input.email,
        name: input.name,
        role: input.role,
        unit_id: input.unitId,
        token_hash: services.keyedHash(invitationSecret(token)),
        invited_by: actor.kind === 'person' ? actor.userId : null,
        invited_at: now,
        expires_at: expiresAt,
      })
      .execute()
    const link = `${services.publicUrl}/invitation?token=${encodeURIComponent(token)}`
    const t = organisationTexts.in(language)
    const params = {
      name: input.name,
      organisation: unit.organisation,
      unit: unit.name,
      role: roleTexts.in(language)(`role.${input.role}`),
      inviter: actor.kind === 'person' ? actor.name : unit.organisation,
      url: link,
      days: invitationDays,
    }
    await sendMail(db, {
      organisationId,
      unitId: input.unitId,
      recipient: input.email,
      subject: t('invitation.subject', params),
      text: t('invitation.text', params),
      at: now,
      // Without a mail server whoever invites hands the link over; with one it is for the recipient alone.
      confidential: services.mail.sending,
      sendBefore: expiresAt,
    })
    afterCommit(() => services.mail.nudge())
    return { invitationId, expiresAt, link: services.mail.sending ? null : link }
  },
})
