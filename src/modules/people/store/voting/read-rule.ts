import { sql } from 'kysely'
import type { OperationContext } from '#platform/operations/context.ts'
import { membershipKinds } from '../../rules/membership.ts'
import { usualVotingRule, type VotingRule } from '../../rules/voting/voting-rights.ts'
import { oneOf } from '../persons/one-of.ts'

/** A rule that holds in a unit on a day, and whose it is; of nobody when nobody has decided. */
export type RuleThatHolds = VotingRule & {
  unit: { id: string; name: string } | null
  since: string | null
  decision: string
}

/** The rule of a unit on a day: its own, else that of the nearest unit above it, as the units lay that day. */
export async function votingRuleOn(
  { db }: Pick<OperationContext, 'db'>,
  unitId: string,
  day: string,
): Promise<RuleThatHolds> {
  const { rows } = await sql<{
    kinds: string[]
    leastDays: number
    paid: boolean
    below: boolean
    since: string
    decision: string
    unitId: string
    unit: string
  }>`
    with recursive upwards as (
      select ${unitId}::uuid as unit_id, 0 as steps
      union
      select place.parent_id, upwards.steps + 1
      from upwards
      join organisation.unit_place place on place.unit_id = upwards.unit_id
      where place.parent_id is not null and place.replaced_at is null and upwards.steps < 50
        and place.valid_from <= ${day}::date and (place.valid_to is null or place.valid_to >= ${day}::date)
    )
    select rule.kinds, rule.least_days as "leastDays", rule.paid, rule.below, rule.valid_from as since, rule.decision,
      rule.unit_id as "unitId", unit.name as unit
    from upwards
    join people.voting_rule rule on rule.unit_id = upwards.unit_id
    join organisation.unit unit on unit.organisation_id = rule.organisation_id and unit.id = rule.unit_id
    where rule.replaced_at is null and rule.valid_from <= ${day}::date
      and (rule.valid_to is null or rule.valid_to >= ${day}::date)
    order by upwards.steps limit 1`.execute(db)
  const [found] = rows
  if (!found) return { ...usualVotingRule, unit: null, since: null, decision: '' }
  const { unitId: id, unit: name, kinds, ...rest } = found
  return { ...rest, kinds: kinds.map((kind) => oneOf(membershipKinds, kind)), unit: { id, name } }
}

/** What a unit has decided itself, the newest first; what was replaced is left out. */
export async function votingRulesOf({ db }: Pick<OperationContext, 'db'>, unitId: string) {
  const rows = await db
    .selectFrom('people.voting_rule')
    .select([
      'id',
      'kinds',
      'least_days as leastDays',
      'paid',
      'below',
      'decision',
      'valid_from as validFrom',
      'valid_to as validTo',
      'recorded_by_name as recordedBy',
    ])
    .where('unit_id', '=', unitId)
    .where('replaced_at', 'is', null)
    .orderBy('valid_from', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, kinds: row.kinds.map((kind) => oneOf(membershipKinds, kind)) }))
}
