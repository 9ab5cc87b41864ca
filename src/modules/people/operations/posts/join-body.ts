import { z } from 'zod'
import { bodiesOn, readBodies } from '#modules/organisation/index.ts'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { ownPerson } from '../../store/own-person.ts'
import { recordEvent, shieldColumns } from '../../store/record-event.ts'

/** Lets the person whose account it is join a network that is open to all members. */
export const joinBody = writeOperation({
  name: 'join-body',
  summary: 'Join a network that is open to members, as the person whose account it is.',
  route: 'POST /people/posts/bodies/{bodyId}/join',
  policy: { allow: 'signedIn' },
  input: z.object({ bodyId: z.uuid() }),
  output: z.object({ personId: z.uuid() }),
  example: ({ organisation }) => ({ bodyId: organisation.networkId }),
  audit: (input, output) => ({ kind: 'person', id: output.personId, detail: { bodyId: input.bodyId } }),
  async run(context, { bodyId }) {
    const { db, now, organisationId } = context
    const person = await ownPerson(context)
    const current = today(now)
    const body = found(bodiesOn(await readBodies(db), current).find((each) => each.id === bodyId))
    if (!body.openToJoin) throw new Problem('notPossibleNow', { detail: 'post.notOpen' })
    const there = await db
      .selectFrom('people.body_member')
      .select('id')
      .where('person_id', '=', person.id)
      .where('body_id', '=', bodyId)
      .where('replaced_at', 'is', null)
      .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', current)]))
      .executeTakeFirst()
    if (there) throw new Problem('notPossibleNow', { detail: 'post.joinedAlready' })
    await db
      .insertInto('people.body_member')
      .values({
        ...shieldColumns(organisationId, person),
        id: newId(),
        body_id: bodyId,
        valid_from: current,
        recorded_at: now,
      })
      .execute()
    await recordEvent(context, person, 'joinedBody', { body: body.name })
    return { personId: person.id }
  },
})
