import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../../identifiers.ts'
import { writeOperation } from '../../operations/operation.ts'
import { found } from '../../operations/problem.ts'

const hours = 24

/**
 * Makes a link by which somebody chooses a new password, for the person at the machine to hand over. The way back
 * in for an owner who is locked out where there is no mail server; a second step stays as it is.
 */
export const makePasswordLink = writeOperation({
  name: 'make-password-link',
  summary: 'Make a link by which an account chooses a new password, to hand over by hand.',
  route: 'POST /accounts/password-link',
  policy: { allow: 'operator' },
  input: z.object({ email: z.string().trim().toLowerCase().pipe(z.email()) }),
  output: z.object({ link: z.url(), userId: z.string(), expiresAt: z.date() }),
  example: () => ({ email: 'asta@example.org' }),
  audit: (_input, output) => ({ kind: 'account', id: output.userId }),
  async run({ db, services }, { email }) {
    const token = randomBytes(24).toString('base64url')
    // The sign-in goes by the real clock, and keeps a link by this hash of it.
    const now = new Date()
    const expiresAt = new Date(now.getTime() + hours * 3_600_000)
    const hash = createHash('sha256').update(`reset-password:${token}`).digest('base64url')
    const { rows } = await sql<{ id: string | null }>`
      select account.keep_password_link(${email}, ${newId()}, ${hash}, ${expiresAt}, ${now}) as id`.execute(
      db,
    )
    const userId = found(rows[0]?.id)
    return { link: `${services.publicUrl}/password/choose?token=${token}`, userId, expiresAt }
  },
})
