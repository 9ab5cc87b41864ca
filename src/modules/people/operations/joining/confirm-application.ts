import { sql } from 'kysely'
import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { applicationSecret } from '../../rules/joining/token.ts'
import { token } from './shapes.ts'

/** Says that the address is the applicant's own: from now on the application waits to be approved. Twice is as once. */
export const confirmApplication = writeOperation({
  name: 'confirm-application',
  summary: 'Confirm an application by the secret in its link; it then waits to be approved.',
  route: 'POST /join/applications/confirm',
  policy: { allow: 'everyone' },
  input: z.object({ token }),
  output: z.object({ before: z.boolean().describe('Had it been confirmed already?') }),
  example: ({ joining }) => ({ token: joining.token }),
  audit: (_input, output) => ({ kind: 'application', id: null, detail: { before: output.before } }),
  async run({ db, now, services }, input) {
    const hash = services.keyedHash(applicationSecret(input.token))
    const { rows } = await sql<{ state: 'confirmed' | 'already' | 'full' | null }>`
      select people.confirm_application(${hash}, ${now}) as state`.execute(db)
    const state = found(rows[0]?.state)
    if (state === 'full') throw new Problem('notPossibleNow', { detail: 'joinPage.is.full' })
    return { before: state === 'already' }
  },
})
