import { z } from 'zod'
import { personalReadOperation } from '#platform/operations/operation.ts'

/** Which networks the person whose account it is has joined. */
export const listOwnNetworks = personalReadOperation({
  name: 'list-own-networks',
  summary: 'Which networks the person whose account it is has joined.',
  route: 'GET /people/posts/own-networks',
  policy: { allow: 'signedIn' },
  input: z.object({}),
  output: z.object({ bodyIds: z.array(z.uuid()) }),
  example: () => ({}),
  audit: () => ({ kind: 'person', id: null }),
  async run({ db, actor }) {
    if (actor.kind !== 'person') return { bodyIds: [] }
    const rows = await db
      .selectFrom('people.body_member as member')
      .innerJoin('people.account_link as link', (join) =>
        join
          .onRef('link.organisation_id', '=', 'member.organisation_id')
          .onRef('link.person_id', '=', 'member.person_id'),
      )
      .select('member.body_id')
      .where('link.user_id', '=', actor.userId)
      .where('member.replaced_at', 'is', null)
      .where('member.valid_to', 'is', null)
      .execute()
    return { bodyIds: rows.map((row) => row.body_id) }
  },
})
