import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { ownPersonForChange } from '../../store/own-person.ts'
import { giveConsent } from '../../store/persons/consents.ts'
import { consentChannels } from './own-record-shape.ts'

/** Agrees to the words as they stand, on the own page. */
export const recordOwnConsent = writeOperation({
  name: 'record-own-consent',
  summary: 'Agree to something, word for word, until you withdraw it or it expires.',
  route: 'POST /me/consents',
  policy: { allow: 'signedIn' },
  input: z.object({
    personId: z.uuid(),
    wordingId: z.uuid(),
    channel: z.enum(consentChannels).default('any'),
  }),
  output: z.object({ consentId: z.uuid() }),
  example: ({ people, privacy }) => ({ personId: people.personId, wordingId: privacy.wordingId }),
  audit: ({ personId, channel }) => ({ kind: 'person', id: personId, detail: { channel } }),
  async run(context, { personId, wordingId, channel }) {
    const person = await ownPersonForChange(context, personId)
    return { consentId: await giveConsent(context, person, { wordingId, channel, through: 'own page' }) }
  },
})
