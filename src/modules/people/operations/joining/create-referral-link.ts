import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { ownOrganisation } from '../../store/joining/join-mail.ts'
import { joinPageBySlug } from '../../store/joining/join-pages.ts'
import { ownPerson } from '../../store/own-person.ts'
import { shieldColumns } from '../../store/record-event.ts'
import { pageSlug } from './shapes.ts'

/** Gives a member a personal link to a join page: who joins by it counts to them. Asking again gives the same link. */
export const createReferralLink = writeOperation({
  name: 'create-referral-link',
  summary: 'Get the own personal link to a join page; who joins by it counts to its owner.',
  route: 'POST /people/referral-link',
  policy: { allow: 'signedIn' },
  input: z.object({
    page: pageSlug,
    named: z.boolean().optional().describe('Be seen by name among those who have recruited'),
  }),
  output: z.object({ link: z.url() }),
  example: ({ joining }) => ({ page: joining.pageSlug, named: true }),
  audit: (input) => ({ kind: 'joinPage', id: null, detail: { page: input.page } }),
  async run(context, input) {
    const { db, now, organisationId, services } = context
    const person = await ownPerson(context)
    const page = await joinPageBySlug(db, input.page, today(now))
    const { rows } = await sql<{ token: string }>`
      select token from people.referral_link where person_id = ${person.id}`.execute(db)
    const token = rows[0]?.token ?? randomBytes(9).toString('base64url')
    if (rows.length === 0) {
      await db
        .insertInto('people.referral_link')
        .values({
          ...shieldColumns(organisationId, person),
          id: newId(),
          token,
          named: input.named ?? false,
          created_at: now,
        })
        .execute()
    } else if (input.named !== undefined) {
      await db
        .updateTable('people.referral_link')
        .set({ named: input.named })
        .where('person_id', '=', person.id)
        .execute()
    }
    const organisation = await ownOrganisation(context)
    return { link: `${services.publicUrl}/join/${organisation.slug}/${page.slug}?by=${token}` }
  },
})
