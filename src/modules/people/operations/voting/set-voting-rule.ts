import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { setRule } from '../../store/voting/set-rule.ts'
import { ruleShape } from './voting-shapes.ts'

/** Says which members vote in a unit from a day on, as its statutes do; what held before is kept for the days before. */
export const setVotingRule = writeOperation({
  name: 'set-voting-rule',
  summary:
    'Say which members vote in a unit, and in those below it that have no rule of their own, from a day on.',
  route: 'PUT /people/units/{unitId}/voting-rule',
  policy: registrarPolicy,
  input: z.object({
    unitId: z.uuid(),
    from: z.iso.date().optional().describe('Today when it is left out'),
    rule: ruleShape.nullable().describe('Null when the unit follows the one above it again'),
  }),
  output: z.object({ unitId: z.uuid(), from: z.iso.date() }),
  example: ({ organisation }) => ({
    unitId: organisation.unitId,
    rule: { kinds: ['home' as const, 'extra' as const], leastDays: 30 },
  }),
  audit: ({ unitId }, { from }) => ({ kind: 'unit', id: unitId, unitId, detail: { from } }),
  async run(context, { unitId, from, rule }) {
    requireReach(context, unitId)
    const day = from ?? today(context.now)
    await setRule(context, { unitId, from: day, rule })
    return { unitId, from: day }
  },
})
