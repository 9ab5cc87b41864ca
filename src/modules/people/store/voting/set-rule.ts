import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { dayBefore } from '../../rules/days.ts'
import type { VotingRule } from '../../rules/voting/voting-rights.ts'

/**
 * Lets a rule hold in a unit from a day on. What held before has its last day the day before; what was decided for that day or a
 * later one is replaced.
 * @param rule null when the unit is to follow the one above it again
 */
export async function setRule(
  context: OperationContext,
  { unitId, from, rule }: { unitId: string; from: string; rule: (VotingRule & { decision: string }) | null },
): Promise<void> {
  const { db, organisationId, now } = context
  await db
    .updateTable('people.voting_rule')
    .set({ replaced_at: now })
    .where('unit_id', '=', unitId)
    .where('replaced_at', 'is', null)
    .where('valid_from', '>=', from)
    .execute()
  await db
    .updateTable('people.voting_rule')
    .set({ valid_to: dayBefore(from) })
    .where('unit_id', '=', unitId)
    .where('replaced_at', 'is', null)
    .where((row) => row.or([row('valid_to', 'is', null), row('valid_to', '>=', from)]))
    .execute()
  if (!rule) return
  await db
    .insertInto('people.voting_rule')
    .values({
      organisation_id: organisationId,
      id: newId(),
      unit_id: unitId,
      kinds: [...rule.kinds],
      least_days: rule.leastDays,
      paid: rule.paid,
      below: rule.below,
      decision: rule.decision,
      valid_from: from,
      recorded_at: now,
      recorded_by_name: actorName(context).name,
    })
    .execute()
}
