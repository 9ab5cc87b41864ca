import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { dayBefore } from '../../rules/days.ts'
import { bodyWithRules } from '../../store/growth/body-with-rules.ts'
import { day, delegateRuleShape, growthWriters, unitKind } from './growth-shapes.ts'

/** Says by which rule units send delegates to a body from a day; the rule before it ends the day before. */
export const setDelegateRule = writeOperation({
  name: 'set-delegate-rule',
  summary: 'Say by which rule units send delegates to a body, from a day.',
  route: 'POST /people/bodies/{bodyId}/delegate-rules',
  policy: growthWriters,
  input: z.object({
    bodyId: z.uuid(),
    rule: delegateRuleShape,
    unitKind,
    from: day.optional(),
    decision: z.string().trim().max(500).default(''),
  }),
  output: z.object({ ruleId: z.uuid(), from: day }),
  example: ({ organisation }) => ({
    bodyId: organisation.bodyId,
    rule: { method: 'oddNumber' as const, totalSeats: 101, least: 1 },
    unitKind: 'association',
    from: '2026-06-01',
  }),
  audit: (input, output) => ({ kind: 'body', id: input.bodyId, detail: { from: output.from } }),
  async run(context, input) {
    const { db, now, organisationId } = context
    const { body, rules } = await bodyWithRules(context, input.bodyId)
    const from = input.from ?? today(now)
    if (rules.some((rule) => rule.validFrom > from)) {
      throw new Problem('notPossibleNow', { detail: 'delegates.laterRule' })
    }
    for (const rule of rules.filter(({ validTo }) => validTo === null || validTo >= from)) {
      await db
        .updateTable('people.delegate_rule')
        .set(rule.validFrom === from ? { replaced_at: now } : { valid_to: dayBefore(from) })
        .where('id', '=', rule.id)
        .execute()
    }
    const ruleId = newId()
    const { rule } = input
    await db
      .insertInto('people.delegate_rule')
      .values({
        organisation_id: organisationId,
        id: ruleId,
        unit_id: body.unitId,
        body_id: input.bodyId,
        method: rule.method,
        members_per_seat: rule.method === 'perStarted' ? rule.membersPerSeat : null,
        total_seats: rule.method === 'perStarted' ? null : rule.totalSeats,
        least: rule.least,
        unit_kind: input.unitKind,
        decision: input.decision,
        valid_from: from,
        recorded_at: now,
      })
      .execute()
    return { ruleId, from }
  },
})
