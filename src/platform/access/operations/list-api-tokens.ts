import { z } from 'zod'
import { readOperation } from '../../operations/operation.ts'

/** The caller's own keys in this organisation, those that work first. */
export const listApiTokens = readOperation({
  name: 'list-api-tokens',
  summary: 'Your keys for programs: what each may do, until when, and when it was last used.',
  route: 'GET /account/tokens',
  policy: { allow: 'signedIn' },
  input: z.object({}),
  output: z.object({
    tokens: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        hint: z.string(),
        scopes: z.array(z.string()),
        createdAt: z.date(),
        expiresAt: z.date(),
        revokedAt: z.date().nullable(),
        lastUsedAt: z.date().nullable(),
        state: z.enum(['valid', 'expired', 'revoked']),
      }),
    ),
  }),
  example: () => ({}),
  async run({ db, now }) {
    const rows = await db
      .selectFrom('access.api_token')
      .select(['id', 'name', 'hint', 'scopes', 'created_at', 'expires_at', 'revoked_at', 'last_used_at'])
      .orderBy('created_at', 'desc')
      .execute()
    const tokens = rows.map((row) => ({
      id: row.id,
      name: row.name,
      hint: row.hint,
      scopes: row.scopes,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      revokedAt: row.revoked_at,
      lastUsedAt: row.last_used_at,
      state: row.revoked_at
        ? ('revoked' as const)
        : row.expires_at <= now
          ? ('expired' as const)
          : ('valid' as const),
    }))
    return { tokens: tokens.sort((a, b) => Number(b.state === 'valid') - Number(a.state === 'valid')) }
  },
})
