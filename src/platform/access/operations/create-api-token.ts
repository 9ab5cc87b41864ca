import { z } from 'zod'
import { newId } from '../../identifiers.ts'
import { writeOperation } from '../../operations/operation.ts'
import { Problem } from '../../operations/problem.ts'
import { longestTokenDays, newToken, tokenHint, tokenScopePattern, tokenSecret } from '../api-token.ts'
import { requireSession } from '../require-session.ts'

/**
 * Makes a key by which a program acts as the person who made it, within the scopes chosen. The key itself is in
 * this answer and nowhere else.
 */
export const createApiToken = writeOperation({
  name: 'create-api-token',
  summary: 'Make a key for a program, which acts as you within the scopes chosen. It is shown once.',
  route: 'POST /account/tokens',
  policy: { allow: 'signedIn' },
  input: z.object({
    name: z.string().trim().min(1).max(100),
    scopes: z.array(z.string().regex(tokenScopePattern, 'token.scope')).min(1).max(100),
    /** The last day it works. */
    expiresOn: z.iso.date(),
  }),
  output: z.object({ id: z.uuid(), token: z.string(), hint: z.string(), expiresAt: z.date() }),
  example: ({ access }) => ({ name: 'Kalkylblad', scopes: ['budget:read'], expiresOn: access.expiresOn }),
  audit: (input, output) => ({
    kind: 'account',
    id: null,
    detail: { name: input.name, hint: output.hint, scopes: input.scopes.join(' ') },
  }),
  async run({ db, actor, now, organisationId, services }, input) {
    const person = requireSession(actor)
    // To the end of that day, wherever in the world it is last.
    const expiresAt = new Date(`${input.expiresOn}T23:59:59Z`)
    const days = (expiresAt.getTime() - now.getTime()) / 86_400_000
    if (days <= 0 || days > longestTokenDays) {
      const message = days <= 0 ? 'token.expiryPast' : 'token.expiryFar'
      throw new Problem('invalidInput', { issues: [{ path: ['expiresOn'], message }] })
    }
    const id = newId()
    const token = newToken()
    const hint = tokenHint(token)
    await db
      .insertInto('access.api_token')
      .values({
        organisation_id: organisationId,
        id,
        user_id: person.userId,
        name: input.name,
        token_hash: services.keyedHash(tokenSecret(token)),
        hint,
        scopes: [...new Set(input.scopes)].sort(),
        second_factor: person.secondFactor,
        created_at: now,
        expires_at: expiresAt,
      })
      .execute()
    return { id, token, hint, expiresAt }
  },
})
