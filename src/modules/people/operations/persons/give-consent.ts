import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { giveConsent as give } from '../../store/persons/consents.ts'
import { aboutShape, changePerson, personSubject } from './person-change.ts'
import { consentChannels } from './record-shape.ts'

/** Writes down that somebody has agreed, to which words and how it was said. */
export const giveConsent = writeOperation({
  name: 'give-consent',
  summary: 'Record that a person agrees to the present words of a purpose, and how it was said.',
  route: 'POST /people/persons/{personId}/consents',
  policy: organiserPolicy,
  input: z.object({
    personId: z.uuid(),
    wordingId: z.uuid(),
    channel: z.enum(consentChannels).default('any'),
    through: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe('How it was given: on the phone, on paper, at a meeting'),
  }),
  output: aboutShape.extend({ consentId: z.uuid() }),
  example: ({ people }) => ({
    personId: people.otherPersonId,
    wordingId: people.wordingId,
    through: 'på telefon',
  }),
  audit: ({ channel }, output) => personSubject(output, { channel }),
  async run(context, { personId, ...consent }) {
    let consentId = ''
    const about = await changePerson(context, personId, async (person) => {
      consentId = await give(context, person, consent)
    })
    return { ...about, consentId }
  },
})
