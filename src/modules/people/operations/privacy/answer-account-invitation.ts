import { sql } from 'kysely'
import { z } from 'zod'
import { hashPassword } from '#platform/auth/passwords/hash-password.ts'
import { passwordFault } from '#platform/auth/passwords/password-rules.ts'
import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { fullName } from '../../rules/names.ts'
import { readAccountInvitation, type AccountInvitation } from '../../store/privacy/read-account-invitation.ts'

/**
 * Ties the account that is signed in, or a new one with the mailed address, to the record that the link is for. The
 * link is the permission. In the demo nobody can answer: its mails lie open to every visitor.
 */
export const answerAccountInvitation = writeOperation({
  name: 'answer-account-invitation',
  summary: 'Tie your account, or a new one, to your record by the link you were mailed.',
  route: 'POST /me/link/answer',
  policy: { allow: 'everyone' },
  input: z.object({
    token: z.string().min(1).max(200),
    /** For a new account. */
    password: z.string().optional(),
  }),
  output: z.object({ personId: z.uuid(), email: z.string() }),
  example: ({ privacy }) => ({ token: privacy.accountToken }),
  audit: (_input, output) => ({ kind: 'person', id: output.personId }),
  async run(context, { token, password }) {
    const invitation = await readAccountInvitation(context, token)
    if (invitation.isDemo) throw new Problem('notPossibleNow', { detail: 'ownPage.demo' })
    const userId = await answeringUser(context, password, invitation)
    const { rows } = await sql<{ id: string | null }>`
      select people.answer_account_invitation(${invitation.hash}, ${userId}, ${context.now}) as id`.execute(
      context.db,
    )
    return { personId: found(rows[0]?.id), email: invitation.email }
  },
})

/** Who answers: the person that is signed in, else an account that is made now. */
async function answeringUser(
  { actor, db, now, language }: OperationContext,
  password: string | undefined,
  invitation: AccountInvitation,
): Promise<string> {
  if (actor.kind === 'person') {
    if (actor.via === 'token') throw new Problem('scopeRequired')
    return actor.userId
  }
  const name = fullName(invitation)
  if (!password) {
    throw new Problem('invalidInput', { issues: [{ path: ['password'], message: 'input.required' }] })
  }
  const fault = passwordFault(password, [name, invitation.email, invitation.organisationName])
  if (fault) {
    throw new Problem('invalidInput', { issues: [{ path: ['password'], message: `password.${fault}` }] })
  }
  const userId = newId()
  const { rows } = await sql<{ made: boolean }>`
    select account.create_account(${userId}, ${name}, ${invitation.email}, ${language},
      ${await hashPassword(password)}, ${now}) as made`.execute(db)
  if (!rows[0]?.made) throw new Problem('notPossibleNow', { detail: 'ownPage.accountExists' })
  return userId
}
