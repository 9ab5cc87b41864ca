import { sql } from 'kysely'
import { z } from 'zod'
import { requireSession } from '#platform/access/require-session.ts'
import { newId } from '#platform/identifiers.ts'
import { sendMail } from '#platform/mail/send-mail.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { peopleTexts } from '../../messages/people.ts'
import { dayLength } from '../../rules/days.ts'
import { linkSecret } from '../../rules/privacy/secret-link.ts'
import { accountLinkDays, newLinkToken } from '../../store/privacy/link-token.ts'

/**
 * Looks for the own record by the account's confirmed address. When exactly one record has it, confirmed too, a link
 * goes there. The answer is the same either way: nobody finds out here who is in the register.
 */
export const searchOwnRecord = writeOperation({
  name: 'search-own-record',
  summary: 'Look for your record by your account’s address; a link is mailed there if it is found.',
  route: 'POST /me/link',
  policy: { allow: 'signedIn' },
  input: z.object({}),
  output: z.object({ searched: z.literal(true) }),
  example: () => ({}),
  audit: () => ({ kind: 'account', id: null }),
  async run({ actor, db, now, organisationId, services, language, afterCommit }) {
    requireSession(actor)
    const token = newLinkToken(organisationId)
    const until = new Date(now.getTime() + accountLinkDays * dayLength)
    const { rows } = await sql<{ address: string | null }>`
      select people.offer_own_link(${newId()}, ${services.keyedHash(linkSecret('account', token))}, ${now}, ${until})
        as address`.execute(db)
    const address = rows[0]?.address
    if (address) {
      const t = peopleTexts.in(language)
      await sendMail(db, {
        organisationId,
        recipient: address,
        subject: t('ownPage.subject'),
        text: t('ownPage.text', {
          name: '',
          url: `${services.publicUrl}/me/link?token=${encodeURIComponent(token)}`,
          days: accountLinkDays,
        }),
        at: now,
        confidential: true,
        sendBefore: until,
      })
      afterCommit(() => services.mail.nudge())
    }
    return { searched: true as const }
  },
})
