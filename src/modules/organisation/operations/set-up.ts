import { sql } from 'kysely'
import { z } from 'zod'
import { hashPassword } from '#platform/auth/passwords/hash-password.ts'
import { passwordFault } from '#platform/auth/passwords/password-rules.ts'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { writeOrganisation } from '../write-organisation.ts'

/**
 * Takes an unset system into use: makes the organisation and its owner's account, and keeps or removes the demo.
 * Only the person at the machine does this, by the command line or by the page that asks for the code printed
 * there; and only once. The caller gives the new organisation its id (as `organisationId`), because row-level
 * security wants to know whose rows are written.
 */
export const setUp = writeOperation({
  name: 'set-up',
  summary: 'Take an unset system into use: the organisation, its owner, and whether to keep the demo.',
  route: 'POST /set-up',
  policy: { allow: 'operator' },
  startsOrganisation: true,
  input: z.object({
    organisationName: z.string().trim().min(1).max(200),
    unitKind: z.string().trim().min(1).max(60),
    accentHue: z.coerce.number().int().min(0).max(345).multipleOf(15).default(210),
    ownerName: z.string().trim().min(1).max(200),
    ownerEmail: z.string().trim().toLowerCase().pipe(z.email()),
    password: z.string(),
    keepDemo: z.boolean().default(true),
  }),
  output: z.object({
    organisationId: z.uuid(),
    unitId: z.uuid(),
    slug: z.string(),
    ownerUserId: z.string(),
  }),
  example: () => ({
    organisationName: 'Exempeldistriktet',
    unitKind: 'distrikt',
    ownerName: 'Asta Exempelsson',
    ownerEmail: 'asta@example.org',
    password: 'kaffe vid bryggan ikväll',
  }),
  audit: (input, output) => ({
    kind: 'organisation',
    id: output.organisationId,
    detail: { name: input.organisationName, keepDemo: input.keepDemo },
  }),
  async run({ db, now, organisationId, language }, input) {
    const { rows } = await sql<{ set: boolean }>`select organisation.is_set_up() as set`.execute(db)
    if (rows[0]?.set) throw new Problem('notPossibleNow', { detail: 'setUp.done' })
    const personal = [input.ownerName, input.ownerEmail, input.organisationName]
    const fault = passwordFault(input.password, personal)
    if (fault) {
      throw new Problem('invalidInput', { issues: [{ path: ['password'], message: `password.${fault}` }] })
    }
    if (!input.keepDemo) await sql`select organisation.remove_demo()`.execute(db)
    const ownerUserId = newId()
    const account = await sql<{ made: boolean }>`
      select account.create_account(${ownerUserId}, ${input.ownerName}, ${input.ownerEmail}, ${language},
        ${await hashPassword(input.password)}, ${now}) as made`.execute(db)
    if (!account.rows[0]?.made) {
      throw new Problem('invalidInput', { issues: [{ path: ['ownerEmail'], message: 'setUp.emailTaken' }] })
    }
    const { unitId, slug } = await writeOrganisation(
      db,
      {
        id: organisationId,
        name: input.organisationName,
        unitKind: input.unitKind,
        accentHue: input.accentHue,
        isDemo: false,
        ownerUserId,
      },
      now,
    )
    if (input.keepDemo) {
      await sql`select organisation.join_demo(${ownerUserId}, ${newId()}, ${now}, ${today(now)})`.execute(db)
    }
    return { organisationId, unitId, slug, ownerUserId }
  },
})
