import { sql } from 'kysely'
import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { applicationSecret } from '../../rules/joining/token.ts'
import { token } from './shapes.ts'

/** Takes an application back before it is decided. What it said about the applicant is gone with it. */
export const withdrawApplication = writeOperation({
  name: 'withdraw-application',
  summary: 'Take back an application that is not decided yet, by the secret in its link.',
  route: 'POST /join/applications/withdraw',
  policy: { allow: 'everyone' },
  input: z.object({ token }),
  output: z.object({ withdrawn: z.literal(true) }),
  example: ({ joining }) => ({ token: joining.token }),
  audit: () => ({ kind: 'application', id: null }),
  async run({ db, now, services }, input) {
    const hash = services.keyedHash(applicationSecret(input.token))
    const { rows } = await sql<{ id: string | null }>`
      select people.withdraw_application(${hash}, ${now}) as id`.execute(db)
    found(rows[0]?.id)
    return { withdrawn: true as const }
  },
})
