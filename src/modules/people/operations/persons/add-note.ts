import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { recordEvent, shieldColumns } from '../../store/record-event.ts'
import { aboutShape, changePerson, personSubject } from './person-change.ts'

/** Writes down something worth remembering about somebody, who may read it: everything held is shown on request. */
export const addNote = writeOperation({
  name: 'add-note',
  summary: 'Write a note about a person. The person may read it.',
  route: 'POST /people/persons/{personId}/notes',
  policy: organiserPolicy,
  input: z.object({ personId: z.uuid(), text: z.string().trim().min(1).max(5000) }),
  output: aboutShape.extend({ noteId: z.uuid() }),
  example: ({ people }) => ({ personId: people.personId, text: 'Vill hjälpa till på valdagen.' }),
  audit: (_, output) => personSubject(output),
  async run(context, { personId, text }) {
    const noteId = newId()
    const about = await changePerson(context, personId, async (person) => {
      const { id, name } = actorName(context)
      await context.db
        .insertInto('people.note')
        .values({
          ...shieldColumns(context.organisationId, person),
          id: noteId,
          text,
          written_at: context.now,
          written_by: id,
          written_by_name: name,
        })
        .execute()
      await recordEvent(context, person, 'noteAdded', {})
    })
    return { ...about, noteId }
  },
})
