import { z } from 'zod'
import { writeOperation } from '../../operations/operation.ts'
import { found } from '../../operations/problem.ts'

/** Ends one of the caller's own keys, at once. A key may end itself. Ending it twice changes nothing. */
export const revokeApiToken = writeOperation({
  name: 'revoke-api-token',
  summary: 'End one of your keys for programs, at once.',
  route: 'DELETE /account/tokens/{tokenId}',
  policy: { allow: 'signedIn' },
  input: z.object({ tokenId: z.uuid() }),
  output: z.object({ hint: z.string() }),
  example: ({ access }) => ({ tokenId: access.tokenId }),
  audit: (_input, output) => ({ kind: 'account', id: null, detail: { hint: output.hint } }),
  async run({ db, now }, { tokenId }) {
    const row = found(
      await db
        .selectFrom('access.api_token')
        .select(['hint', 'revoked_at'])
        .where('id', '=', tokenId)
        .executeTakeFirst(),
    )
    if (!row.revoked_at) {
      await db.updateTable('access.api_token').set({ revoked_at: now }).where('id', '=', tokenId).execute()
    }
    return { hint: row.hint }
  },
})
