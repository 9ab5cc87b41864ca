import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { tagInUse } from '../../store/persons/tags.ts'
import { recordEvent } from '../../store/record-event.ts'
import { aboutShape, changePerson, personSubject } from './person-change.ts'

/** Takes a tag off somebody; the timeline says that it was there. */
export const untagPerson = writeOperation({
  name: 'untag-person',
  summary: 'Take a tag off a person.',
  route: 'DELETE /people/persons/{personId}/tags/{tagId}',
  policy: organiserPolicy,
  input: z.object({ personId: z.uuid(), tagId: z.uuid() }),
  output: aboutShape,
  example: ({ people }) => ({ personId: people.personId, tagId: people.tagId }),
  audit: (_, output) => personSubject(output),
  run: (context, { personId, tagId }) =>
    changePerson(context, personId, async (person) => {
      const tag = await tagInUse(context, tagId)
      found(
        await context.db
          .deleteFrom('people.person_tag')
          .where('person_id', '=', personId)
          .where('tag_id', '=', tagId)
          .returning('tag_id')
          .executeTakeFirst(),
      )
      await recordEvent(context, person, 'untagged', { tag: tag.name })
    }),
})
