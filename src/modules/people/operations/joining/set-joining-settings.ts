import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { day, pagePolicy } from './shapes.ts'

/** Decides for a unit, and those below it that have decided nothing, how new members are met and what growth is aimed at. */
export const setJoiningSettings = writeOperation({
  name: 'set-joining-settings',
  summary: 'Decide how soon new members are met in a unit, and how many members it aims at.',
  route: 'PUT /people/joining-settings/{unitId}',
  policy: pagePolicy,
  input: z
    .object({
      unitId: z.uuid(),
      welcomeDays: z.int().min(1).max(60),
      leaderboard: z.boolean().default(false),
      startDay: day.nullable().default(null),
      memberTarget: z.int().min(1).max(10_000_000).nullable().default(null),
      targetDay: day.nullable().default(null),
    })
    .refine(({ startDay, targetDay }) => !targetDay || (startDay !== null && startDay < targetDay), {
      path: ['targetDay'],
      message: 'joining.targetFirst',
    }),
  output: z.object({ unitId: z.uuid() }),
  example: ({ organisation }) => ({ unitId: organisation.unitId, welcomeDays: 5 }),
  audit: (input) => ({
    kind: 'unit',
    id: input.unitId,
    unitId: input.unitId,
    detail: { days: input.welcomeDays },
  }),
  async run(context, input) {
    const { db, now, organisationId } = context
    requireReach(context, input.unitId)
    const decided = {
      welcome_days: input.welcomeDays,
      leaderboard: input.leaderboard,
      start_day: input.startDay,
      member_target: input.memberTarget,
      target_day: input.targetDay,
      recorded_at: now,
    }
    await db
      .insertInto('people.joining_setting')
      .values({ organisation_id: organisationId, unit_id: input.unitId, ...decided })
      .onConflict((row) => row.columns(['organisation_id', 'unit_id']).doUpdateSet(decided))
      .execute()
    return { unitId: input.unitId }
  },
})
