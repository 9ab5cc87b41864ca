import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { forgetAffiliation } from '../../store/affiliations/affiliations.ts'
import { ownPersonForChange } from '../../store/own-person.ts'

/** A member takes one of them away; withdrawing the consent takes them all. */
export const removeOwnAffiliation = writeOperation({
  name: 'remove-own-affiliation',
  summary: 'Take away something you have told that you belong to.',
  route: 'POST /me/affiliations/{affiliationId}/remove',
  policy: { allow: 'signedIn' },
  input: z.object({ personId: z.uuid(), affiliationId: z.uuid() }),
  output: z.object({ removed: z.literal(true) }),
  example: ({ people, affiliations }) => ({
    personId: people.personId,
    affiliationId: affiliations.affiliationId,
  }),
  audit: ({ personId }) => ({ kind: 'person', id: personId }),
  async run(context, { personId, affiliationId }) {
    await forgetAffiliation(context, await ownPersonForChange(context, personId), affiliationId)
    return { removed: true as const }
  },
})
