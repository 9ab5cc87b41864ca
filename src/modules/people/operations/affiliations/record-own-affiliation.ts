import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { tellAffiliation } from '../../store/affiliations/affiliations.ts'
import { ownPersonForChange } from '../../store/own-person.ts'
import { affiliationInput } from './affiliation-shapes.ts'

/** A member tells what else they belong to; agreeing to the words and telling it are one step, and so is taking it back. */
export const recordOwnAffiliation = writeOperation({
  name: 'record-own-affiliation',
  summary: 'Tell of a union, movement or association that you belong to, agreeing to how it is used.',
  route: 'POST /me/affiliations',
  policy: { allow: 'signedIn' },
  input: z.object({ personId: z.uuid(), ...affiliationInput }),
  output: z.object({ affiliationId: z.uuid() }),
  example: ({ people }) => ({
    personId: people.personId,
    agreed: true as const,
    kind: 'movement' as const,
    name: 'Byalaget',
  }),
  audit: ({ personId }) => ({ kind: 'person', id: personId }),
  async run(context, { personId, agreed: _, ...told }) {
    const person = await ownPersonForChange(context, personId)
    return { affiliationId: await tellAffiliation(context, person, told, 'own page') }
  },
})
