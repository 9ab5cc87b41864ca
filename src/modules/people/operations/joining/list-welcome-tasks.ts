import { z } from 'zod'
import { today } from '#platform/dates.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { waitingFor } from '../../store/joining/assign-welcomes.ts'
import { readWelcomers } from '../../store/joining/welcomers.ts'
import { readWelcomeTasks } from '../../store/joining/welcome-tasks.ts'
import { personsIn } from '../persons-in.ts'
import { shownTask, shownWelcomer } from './welcome-shapes.ts'

const whose = ['mine', 'unit', 'all'] as const

/**
 * New members who wait to be met. `unit` are those of the units that the caller's trust was given in, and, from the units below
 * them, those that are overdue: what was not done in time rises.
 */
export const listWelcomeTasks = personalReadOperation({
  name: 'list-welcome-tasks',
  summary: 'New members to be met: my own, those of the unit and the overdue ones below it, or all.',
  route: 'GET /people/welcome',
  policy: organiserPolicy,
  input: z.object({
    whose: z.enum(whose).default('unit'),
    done: z.boolean().default(false).describe('Also those who have been met'),
  }),
  output: z.object({
    count: z.int(),
    tasks: z.array(shownTask),
    welcomers: z.array(shownWelcomer).describe('Who may be asked to meet them'),
  }),
  example: () => ({}),
  audit: (input, output) => ({
    kind: 'welcome',
    id: null,
    aboutPersonIds: personsIn(output.tasks),
    detail: { whose: input.whose, count: output.count },
  }),
  async run(context, input) {
    const { actor, db, now } = context
    const { tasks, count } = await readWelcomeTasks(
      db,
      {
        done: input.done,
        ...(input.whose === 'mine' ? { assignee: actor.kind === 'person' ? actor.userId : '' } : {}),
        ...(input.whose === 'unit' ? { unitIds: await uppermostUnits(context) } : {}),
      },
      today(now),
    )
    const welcomers = await readWelcomers(context)
    const waiting = await waitingFor(
      context,
      welcomers.map(({ userId }) => userId),
    )
    return {
      count,
      tasks,
      welcomers: welcomers.map(({ userId, name }) => ({ userId, name, waiting: waiting.get(userId) ?? 0 })),
    }
  },
})

/** The units of the caller's trust that lie under no other of them: where it was given. */
async function uppermostUnits({ db, scope }: OperationContext): Promise<string[]> {
  const units = await db.selectFrom('organisation.unit').select(['id', 'parent_id']).execute()
  const reached = scope === 'organisation' ? null : new Set(scope)
  return units
    .filter(({ id }) => reached === null || reached.has(id))
    .filter(({ parent_id: parent }) => parent === null || (reached !== null && !reached.has(parent)))
    .map(({ id }) => id)
}
