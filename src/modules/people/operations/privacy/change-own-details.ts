import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { tidyName } from '../../rules/names.ts'
import { ownPersonForChange } from '../../store/own-person.ts'
import { updatePerson } from '../../store/persons/update-person.ts'

const name = z.string().transform(tidyName).pipe(z.string().max(200))

/** Changes what one is called, the language to be written to in, and what helps one to take part. */
export const changeOwnDetails = writeOperation({
  name: 'change-own-details',
  summary: 'Change your own name, language and what helps you to take part.',
  route: 'PUT /me/details',
  policy: { allow: 'signedIn' },
  input: z.object({
    personId: z.uuid(),
    givenName: name,
    familyName: name,
    language: z.enum(['sv', 'en']),
    accessibility: z.string().trim().max(2000).default(''),
  }),
  output: z.object({ personId: z.uuid() }),
  example: ({ people }) => ({
    personId: people.personId,
    givenName: 'Disa',
    familyName: 'Provberg',
    language: 'sv' as const,
  }),
  audit: (input) => ({ kind: 'person', id: input.personId }),
  async run(context, { personId, givenName, familyName, language, accessibility }) {
    const person = await ownPersonForChange(context, personId)
    if (givenName === '') {
      throw new Problem('invalidInput', { issues: [{ path: ['givenName'], message: 'input.required' }] })
    }
    await updatePerson(context, person, { givenName, familyName, language, accessibility })
    await context.db
      .updateTable('people.person')
      .set({ revision: person.revision + 1 })
      .where('id', '=', personId)
      .execute()
    return { personId }
  },
})
