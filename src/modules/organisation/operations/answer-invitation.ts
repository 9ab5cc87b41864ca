import { sql } from 'kysely'
import { z } from 'zod'
import { hashPassword } from '#platform/auth/passwords/hash-password.ts'
import { passwordFault } from '#platform/auth/passwords/password-rules.ts'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { invitationSecret } from '../invitation-token.ts'
import { readInvitation, type OpenInvitation } from '../read-invitation.ts'

/**
 * Takes the role that an invitation offers: for the account that is signed in, or for a new one with the invited
 * address. The link is the permission. In the demo nobody can answer: its mails lie open to every visitor.
 */
export const answerInvitation = writeOperation({
  name: 'answer-invitation',
  summary: 'Accept an invitation, with the account that is signed in or a new one.',
  route: 'POST /invitation/answer',
  policy: { allow: 'everyone' },
  input: z.object({
    token: z.string().min(1).max(200),
    /** For a new account. */
    name: z.string().trim().min(1).max(200).optional(),
    password: z.string().optional(),
  }),
  output: z.object({ userId: z.string(), email: z.string() }),
  example: ({ organisation }) => ({ token: organisation.invitationToken }),
  audit: (_input, output) => ({ kind: 'account', id: output.userId }),
  async run(context, input) {
    const { db, now, services } = context
    const hash = services.keyedHash(invitationSecret(input.token))
    const invitation = await readInvitation(db, hash, now)
    if (invitation.isDemo) throw new Problem('notPossibleNow', { detail: 'invitation.demo' })
    const userId = await answeringUser(context, input, invitation)
    const answer = await sql<{ id: string | null }>`
      select organisation.answer_invitation(${hash}, ${userId}, ${newId()}, ${now}, ${today(now)}) as id`.execute(
      db,
    )
    found(answer.rows[0]?.id)
    return { userId, email: invitation.email }
  },
})

/** Who answers: the person that is signed in, else an account that is made now. */
async function answeringUser(
  { actor, db, now, language }: OperationContext,
  input: { name?: string | undefined; password?: string | undefined },
  invitation: OpenInvitation,
): Promise<string> {
  if (actor.kind === 'person') {
    if (actor.via === 'token') throw new Problem('scopeRequired')
    return actor.userId
  }
  const missing = (['name', 'password'] as const).filter((field) => !input[field])
  if (!input.name || !input.password) {
    throw new Problem('invalidInput', {
      issues: missing.map((field) => ({ path: [field], message: 'input.required' })),
    })
  }
  const fault = passwordFault(input.password, [input.name, invitation.email, invitation.organisationName])
  if (fault) {
    throw new Problem('invalidInput', { issues: [{ path: ['password'], message: `password.${fault}` }] })
  }
  const userId = newId()
  const { rows } = await sql<{ made: boolean }>`
    select account.create_account(${userId}, ${input.name}, ${invitation.email}, ${language},
      ${await hashPassword(input.password)}, ${now}) as made`.execute(db)
  if (!rows[0]?.made) throw new Problem('notPossibleNow', { detail: 'invitation.accountExists' })
  return userId
}
