import { sql } from 'kysely'
import { z } from 'zod'
import { roles, type Role } from '#platform/access/roles.ts'
import { startOfDay, today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { lendingRoles, longestLoan, mayLend } from '../rules/trust.ts'

type OwnGrant = { id: string; role: Role; unit_id: string; valid_to: string | null }

/**
 * Lends a role one holds, or a lesser one, to somebody the organisation already trusts: in the same unit or below, for
 * a time, one step and no further. The loan hangs on the lender's own grant and ends with it.
 */
export const lendRole = writeOperation({
  name: 'lend-role',
  summary: 'Lend a role that you hold, or a lesser one, to somebody else for at most 60 days.',
  route: 'POST /role-grants/loans',
  policy: { allow: 'roles', roles: lendingRoles },
  input: z.object({
    email: z.string().trim().toLowerCase().pipe(z.email()),
    role: z.enum(roles),
    unitId: z.uuid(),
    /** The last day of the loan. */
    lastDay: z.iso.date(),
  }),
  output: z.object({ grantId: z.uuid(), userId: z.string(), name: z.string() }),
  example: ({ organisation }) => ({
    email: `${organisation.colleagueUserId}@example.org`,
    role: 'caller' as const,
    unitId: organisation.unitId,
    lastDay: organisation.loanLastDay,
  }),
  audit: (input, output) => ({
    kind: 'roleGrant',
    id: output.grantId,
    unitId: input.unitId,
    aboutUserId: output.userId,
    detail: { role: input.role, userId: output.userId, lastDay: input.lastDay },
  }),
  async run({ db, actor, now, organisationId }, { email, role, unitId, lastDay }) {
    if (actor.kind !== 'person') throw new Problem('roleRequired', { detail: 'roleLoan.notYours' })
    const covers = actor.grants.some(
      (grant) => !grant.lent && grant.unitIds.includes(unitId) && mayLend(grant.role, role),
    )
    if (!covers) throw new Problem('roleRequired', { detail: 'roleLoan.notYours' })
    const day = today(now)
    const latest = today(startOfDay(day, longestLoan))
    if (lastDay < day || lastDay > latest) {
      const message = lastDay < day ? 'roleGrant.endsInThePast' : 'roleLoan.tooLong'
      throw new Problem('invalidInput', {
        issues: [{ path: ['lastDay'], message, params: { days: longestLoan } }],
      })
    }
    const { rows: own } = await sql<OwnGrant>`
      select own.* from organisation.own_grants(${day}, ${now}) own
      where ${unitId} in (select organisation.units_below(${organisationId}, own.unit_id))`.execute(db)
    const lending = own.find((grant) => mayLend(grant.role, role))
    if (!lending) throw new Problem('roleRequired', { detail: 'roleLoan.notYours' })
    const { rows } = await sql<{ user_id: string; name: string }>`
      select * from organisation.trusted_account(${email}, ${day}, ${now})`.execute(db)
    const borrower = found(rows[0])
    if (borrower.user_id === actor.userId) {
      throw new Problem('notPossibleNow', { detail: 'roleLoan.toYourself' })
    }
    const grantId = newId()
    await db
      .insertInto('organisation.role_grant')
      .values({
        organisation_id: organisationId,
        id: grantId,
        user_id: borrower.user_id,
        role,
        unit_id: unitId,
        valid_from: day,
        valid_to: lending.valid_to && lending.valid_to < lastDay ? lending.valid_to : lastDay,
        granted_by: actor.userId,
        granted_at: now,
        lent_from: lending.id,
      })
      .execute()
    return { grantId, userId: borrower.user_id, name: borrower.name }
  },
})
