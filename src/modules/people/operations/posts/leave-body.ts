import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { ownPerson } from '../../store/own-person.ts'
import { readPostNames } from '../../store/posts/post-names.ts'
import { recordEvent } from '../../store/record-event.ts'

/** Lets the person whose account it is leave a network. Today is the last day; who joined today has never been there. */
export const leaveBody = writeOperation({
  name: 'leave-body',
  summary: 'Leave a network, as the person whose account it is.',
  route: 'POST /people/posts/bodies/{bodyId}/leave',
  policy: { allow: 'signedIn' },
  input: z.object({ bodyId: z.uuid() }),
  output: z.object({ personId: z.uuid() }),
  example: ({ posts }) => ({ bodyId: posts.joinedNetworkId }),
  audit: (input, output) => ({ kind: 'person', id: output.personId, detail: { bodyId: input.bodyId } }),
  async run(context, { bodyId }) {
    const { db, now } = context
    const person = await ownPerson(context)
    const current = today(now)
    const row = found(
      await db
        .selectFrom('people.body_member')
        .select(['id', 'valid_from as validFrom'])
        .where('person_id', '=', person.id)
        .where('body_id', '=', bodyId)
        .where('replaced_at', 'is', null)
        .where('valid_to', 'is', null)
        .forUpdate()
        .executeTakeFirst(),
    )
    await db
      .updateTable('people.body_member')
      .set(row.validFrom === current ? { replaced_at: now } : { valid_to: current })
      .where('id', '=', row.id)
      .execute()
    const names = await readPostNames(db)
    await recordEvent(context, person, 'leftBody', { body: names.bodies.get(bodyId) ?? '' })
    return { personId: person.id }
  },
})
