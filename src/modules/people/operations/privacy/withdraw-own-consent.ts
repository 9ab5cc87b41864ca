import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { ownPersonForChange } from '../../store/own-person.ts'
import { withdrawConsent } from '../../store/persons/consents.ts'

/** As easy to withdraw as to give (GDPR art. 7.3): at once, without a reason. */
export const withdrawOwnConsent = writeOperation({
  name: 'withdraw-own-consent',
  summary: 'Withdraw one of your consents, at once.',
  route: 'POST /me/consents/{consentId}/withdraw',
  policy: { allow: 'signedIn' },
  input: z.object({ personId: z.uuid(), consentId: z.uuid() }),
  output: z.object({ withdrawn: z.literal(true) }),
  example: ({ people, privacy }) => ({ personId: people.personId, consentId: privacy.consentId }),
  audit: ({ personId }) => ({ kind: 'person', id: personId }),
  async run(context, { personId, consentId }) {
    await withdrawConsent(context, await ownPersonForChange(context, personId), consentId)
    return { withdrawn: true as const }
  },
})
