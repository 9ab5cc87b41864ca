import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { sendMail } from '#platform/mail/send-mail.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { peopleTexts } from '../../messages/people.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { dayLength } from '../../rules/days.ts'
import { linkSecret } from '../../rules/privacy/secret-link.ts'
import { personForChange } from '../../store/find-person.ts'
import { accountLinkDays, newLinkToken } from '../../store/privacy/link-token.ts'
import { recordEvent, shieldColumns } from '../../store/record-event.ts'

/**
 * Mails a person the link by which their account is tied to their record. It goes to an address that stands in the
 * record, never to another one.
 */
export const inviteToOwnPage = writeOperation({
  name: 'invite-to-own-page',
  summary: 'Mail a person the link to their own page, to an address in their record.',
  route: 'POST /people/persons/{personId}/own-page',
  policy: registrarPolicy,
  input: z.object({ personId: z.uuid() }),
  output: z.object({
    expiresAt: z.date(),
    link: z.url().nullable().describe('The link to hand over, when there is no mail server to send it'),
  }),
  example: ({ people }) => ({ personId: people.otherPersonId }),
  audit: ({ personId }) => ({ kind: 'person', id: personId }),
  async run(context, { personId }) {
    const person = await personForChange(context, personId)
    const { db, now, organisationId, services, afterCommit } = context
    const contact = await db
      .selectFrom('people.contact')
      .select('value')
      .where('person_id', '=', personId)
      .where('kind', '=', 'email')
      .where('valid_to', 'is', null)
      .orderBy('preferred', 'desc')
      .orderBy('recorded_at')
      .executeTakeFirst()
    if (!contact) throw new Problem('notPossibleNow', { detail: 'ownPage.noEmail' })
    const token = newLinkToken(organisationId)
    const expiresAt = new Date(now.getTime() + accountLinkDays * dayLength)
    await db
      .insertInto('people.account_invitation')
      .values({
        ...shieldColumns(organisationId, person),
        id: newId(),
        email: contact.value,
        token_hash: services.keyedHash(linkSecret('account', token)),
        made_at: now,
        made_by_name: actorName(context).name,
        expires_at: expiresAt,
      })
      .execute()
    const language = await db
      .selectFrom('people.person')
      .select('language')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    const link = `${services.publicUrl}/me/link?token=${encodeURIComponent(token)}`
    const t = peopleTexts.in(language.language === 'en' ? 'en' : 'sv')
    await sendMail(db, {
      organisationId,
      unitId: person.homeUnitId,
      recipient: contact.value,
      subject: t('ownPage.subject'),
      text: t('ownPage.text', { name: person.givenName, url: link, days: accountLinkDays }),
      at: now,
      confidential: services.mail.sending,
      sendBefore: expiresAt,
    })
    await recordEvent(context, person, 'ownPageInvited')
    afterCommit(() => services.mail.nudge())
    return { expiresAt, link: services.mail.sending ? null : link }
  },
})
