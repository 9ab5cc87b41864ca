import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { registerPolicy } from '../../people-roles.ts'
import { membershipKinds } from '../../rules/membership.ts'
import { reasonsNotToVote } from '../../rules/voting/voting-rights.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { votingRuleOn, votingRulesOf } from '../../store/voting/read-rule.ts'
import { readVoters } from '../../store/voting/read-voters.ts'
import { personsIn } from '../persons-in.ts'
import { ruleShape, votersInput } from './voting-shapes.ts'

/** So many are shown at once; the file has them all. */
const mostShown = 200

/** Who may vote in a unit on a day, by the rule that holds there and the memberships of that day: whom to tick off at the door. */
export const listVoters = personalReadOperation({
  name: 'list-voters',
  summary: 'Who may vote in a unit on a day, how many they are, and why other members may not.',
  route: 'GET /people/units/{unitId}/voters',
  policy: registerPolicy,
  input: votersInput,
  output: z.object({
    unit: z.object({ id: z.uuid(), name: z.string() }),
    asOf: z.iso.date(),
    rule: ruleShape.extend({
      unit: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('Whose rule it is'),
      since: z.iso.date().nullable(),
    }),
    count: z.int().describe('All who may vote, also those who are not named'),
    unnamed: z.int().describe('May vote, but their record is kept elsewhere by now, or is erased'),
    protectedVoters: z.int().describe('May vote; their identity is protected'),
    voters: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        unit: z.string(),
        kind: z.enum(membershipKinds),
        since: z.iso.date().describe('First day of the unbroken membership'),
      }),
    ),
    goesOn: z.boolean().describe('Are there more than are shown?'),
    reasons: z.array(z.object({ reason: z.enum(reasonsNotToVote), count: z.int() })),
    notVoting: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        reason: z.enum(reasonsNotToVote),
        from: z.iso.date().nullable().describe('The day from which they would vote'),
      }),
    ),
    rules: z.array(
      ruleShape.extend({
        id: z.uuid(),
        validFrom: z.iso.date(),
        validTo: z.iso.date().nullable(),
        recordedBy: z.string(),
      }),
    ),
  }),
  example: ({ organisation }) => ({ unitId: organisation.unitId, asOf: '2026-06-30' }),
  audit: ({ unitId }, output) => ({
    kind: 'unit',
    id: unitId,
    unitId,
    aboutPersonIds: personsIn(output),
    detail: { asOf: output.asOf, count: output.count },
  }),
  async run(context, { unitId, asOf }) {
    requireReach(context, unitId)
    const unit = found(
      await context.db
        .selectFrom('organisation.unit')
        .select(['id', 'name'])
        .where('id', '=', unitId)
        .executeTakeFirst(),
    )
    const day = asOf ?? today(context.now)
    const rule = await votingRuleOn(context, unitId, day)
    const { voters, notVoting, unnamed, protectedVoters } = await readVoters(context, { unitId, rule, day })
    return {
      unit,
      asOf: day,
      rule: { ...rule, kinds: [...rule.kinds] },
      count: voters.length + unnamed + protectedVoters,
      unnamed,
      protectedVoters,
      voters: voters.slice(0, mostShown),
      goesOn: voters.length > mostShown,
      reasons: reasonsNotToVote
        .map((reason) => ({ reason, count: notVoting.filter((each) => each.reason === reason).length }))
        .filter(({ count }) => count > 0),
      notVoting: notVoting.slice(0, mostShown),
      rules: await votingRulesOf(context, unitId),
    }
  },
})
