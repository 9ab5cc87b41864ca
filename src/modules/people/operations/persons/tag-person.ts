import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { tagInUse } from '../../store/persons/tags.ts'
import { recordEvent, shieldColumns } from '../../store/record-event.ts'
import { aboutShape, changePerson, personSubject } from './person-change.ts'

/** Puts a tag on somebody. */
export const tagPerson = writeOperation({
  name: 'tag-person',
  summary: 'Put a tag on a person.',
  route: 'PUT /people/persons/{personId}/tags/{tagId}',
  policy: organiserPolicy,
  input: z.object({ personId: z.uuid(), tagId: z.uuid() }),
  output: aboutShape,
  example: ({ people }) => ({ personId: people.otherPersonId, tagId: people.tagId }),
  audit: (_, output) => personSubject(output),
  run: (context, { personId, tagId }) =>
    changePerson(context, personId, async (person) => {
      const { db, organisationId, now } = context
      const tag = await tagInUse(context, tagId)
      const added = await db
        .insertInto('people.person_tag')
        .values({ ...shieldColumns(organisationId, person), tag_id: tagId, since: now })
        .onConflict((conflict) => conflict.doNothing())
        .returning('tag_id')
        .executeTakeFirst()
      if (added) await recordEvent(context, person, 'tagged', { tag: tag.name })
    }),
})
