import { z } from 'zod'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { registrars } from '../../people-roles.ts'
import { retentionKeys } from '../../rules/privacy/retention-subjects.ts'

/** Says after how many months something is let go of, and switches the rule on or off. It is the whole organisation's. */
export const setRetentionRule = writeOperation({
  name: 'set-retention-rule',
  summary: 'Set after how many months something is let go of, and switch the rule on or off.',
  route: 'PUT /people/retention-rules/{key}',
  policy: { allow: 'roles', roles: registrars, heldIn: 'topUnit', secondFactor: true },
  input: z.object({
    key: z.enum(retentionKeys),
    months: z.number().int().min(1).max(600),
    active: z.boolean(),
  }),
  output: z.object({ active: z.boolean() }),
  example: () => ({ key: 'leftMembers' as const, months: 24, active: true }),
  audit: ({ key, months, active }) => ({ kind: 'retentionRule', id: key, detail: { key, months, active } }),
  async run(context, { key, months, active }) {
    const { db, now, organisationId } = context
    const said = { months, active, changed_at: now, changed_by_name: actorName(context).name }
    await db
      .insertInto('people.retention_rule')
      .values({ organisation_id: organisationId, subject: key, ...said })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'subject']).doUpdateSet(said))
      .execute()
    return { active }
  },
})
