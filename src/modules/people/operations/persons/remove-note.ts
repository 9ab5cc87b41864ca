import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { recordEvent } from '../../store/record-event.ts'
import { aboutShape, changePerson, personSubject } from './person-change.ts'

/** Takes a note away from the record. That there was one is in the timeline; its text is kept until it is erased. */
export const removeNote = writeOperation({
  name: 'remove-note',
  summary: 'Take a note away from a person’s record.',
  route: 'DELETE /people/persons/{personId}/notes/{noteId}',
  policy: organiserPolicy,
  input: z.object({ personId: z.uuid(), noteId: z.uuid() }),
  output: aboutShape,
  example: ({ people }) => ({ personId: people.personId, noteId: people.noteId }),
  audit: (_, output) => personSubject(output),
  run: (context, { personId, noteId }) =>
    changePerson(context, personId, async (person) => {
      found(
        await context.db
          .updateTable('people.note')
          .set({ removed_at: context.now })
          .where('id', '=', noteId)
          .where('person_id', '=', personId)
          .where('removed_at', 'is', null)
          .returning('id')
          .executeTakeFirst(),
      )
      await recordEvent(context, person, 'noteRemoved', {})
    }),
})
