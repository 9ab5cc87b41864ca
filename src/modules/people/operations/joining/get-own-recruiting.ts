import { sql } from 'kysely'
import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { ownOrganisation } from '../../store/joining/join-mail.ts'
import { readJoinPages } from '../../store/joining/join-pages.ts'

/** A member's personal links, how many have come by them, and who else in the unit has recruited and wants to be seen. */
export const getOwnRecruiting = personalReadOperation({
  name: 'get-own-recruiting',
  summary: 'The own personal links to recruit by, and how many have joined by them.',
  route: 'GET /people/recruiting/own',
  policy: { allow: 'signedIn' },
  input: z.object({}),
  output: z.object({
    isMember: z.boolean().describe('Does the account belong to somebody in the register?'),
    named: z.boolean(),
    pages: z.array(z.object({ slug: z.string(), title: z.string(), link: z.url().nullable() })),
    joined: z.int(),
    board: z.array(z.object({ name: z.string(), own: z.boolean(), joined: z.int() })),
  }),
  example: () => ({}),
  audit: () => ({ kind: 'person', id: null }),
  async run(context) {
    const { db, now, services } = context
    const { rows: own } = await sql<{ id: string | null; token: string | null; named: boolean | null }>`
      select person.id, link.token, link.named
      from (select people.own_person() as id) person
      left join people.referral_link link on link.person_id = person.id`.execute(db)
    const me = own[0]
    if (!me?.id) return { isMember: false, named: false, pages: [], joined: 0, board: [] }
    const { rows: board } = await sql<{ name: string; own: boolean; joined: number }>`
      select * from people.referral_board() order by joined desc, own desc, name`.execute(db)
    const organisation = await ownOrganisation(context)
    const pages = (await readJoinPages(db, today(now))).filter(({ state }) => state === 'open')
    return {
      isMember: true,
      named: me.named ?? false,
      pages: pages.map(({ slug, title }) => ({
        slug,
        title,
        link: me.token && `${services.publicUrl}/join/${organisation.slug}/${slug}?by=${me.token}`,
      })),
      joined: board.find((each) => each.own)?.joined ?? 0,
      board: board.filter(({ joined, own: isOwn }) => joined > 0 || isOwn),
    }
  },
})
