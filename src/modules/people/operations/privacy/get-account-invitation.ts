import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { readAccountInvitation } from '../../store/privacy/read-account-invitation.ts'

/** What a link to the own page is for, before it is answered. */
export const getAccountInvitation = readOperation({
  name: 'get-account-invitation',
  summary: 'What a link to the own page offers.',
  route: 'GET /me/link',
  policy: { allow: 'everyone' },
  input: z.object({ token: z.string().min(1).max(200) }),
  output: z.object({
    email: z.string(),
    givenName: z.string(),
    organisationName: z.string(),
    isDemo: z.boolean(),
  }),
  example: ({ privacy }) => ({ token: privacy.accountToken }),
  async run(context, { token }) {
    const { email, givenName, organisationName, isDemo } = await readAccountInvitation(context, token)
    return { email, givenName, organisationName, isDemo }
  },
})
