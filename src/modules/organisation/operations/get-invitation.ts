import { z } from 'zod'
import { roles } from '#platform/access/roles.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { invitationSecret } from '../invitation-token.ts'
import { readInvitation } from '../read-invitation.ts'

/** What an invitation's link leads to. Whoever has the link may see it; a link that no longer works is not found. */
export const getInvitation = readOperation({
  name: 'get-invitation',
  summary: 'What an invitation offers, by the secret in its link.',
  route: 'GET /invitation',
  policy: { allow: 'everyone' },
  input: z.object({ token: z.string().min(1).max(200) }),
  output: z.object({
    organisationName: z.string(),
    isDemo: z.boolean(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    unitName: z.string(),
    expiresAt: z.date(),
  }),
  example: ({ organisation }) => ({ token: organisation.invitationToken }),
  async run({ db, now, services }, { token }) {
    return readInvitation(db, services.keyedHash(invitationSecret(token)), now)
  },
})
