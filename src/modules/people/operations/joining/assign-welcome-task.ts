import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { giveTasks, reachOfWelcomers, tasksToGive } from '../../store/joining/assign-welcomes.ts'
import { readWelcomers } from '../../store/joining/welcomers.ts'
import { taskId } from './welcome-shapes.ts'

/** Asks somebody to meet new members, one or many; or takes the task from whoever had it. */
export const assignWelcomeTask = writeOperation({
  name: 'assign-welcome-task',
  summary: 'Ask somebody trusted with the unit to meet new members.',
  route: 'POST /people/welcome/assign',
  policy: organiserPolicy,
  input: z.object({
    taskIds: z.array(taskId).min(1, 'welcome.tickFirst').max(500),
    userId: z.string().max(60).nullable().describe('Nobody when it is null; `me` for the caller'),
  }),
  output: z.object({ assigned: z.int(), name: z.string() }),
  example: ({ joining }) => ({ taskIds: [joining.taskId], userId: null }),
  audit: (input, output) => ({
    kind: 'welcome',
    id: input.taskIds.length === 1 ? (input.taskIds[0] ?? null) : null,
    detail: { count: output.assigned },
  }),
  async run(context, { taskIds, userId }) {
    const { actor } = context
    const wanted = userId === 'me' && actor.kind === 'person' ? actor.userId : userId
    const assignee =
      wanted === null
        ? null
        : found((await readWelcomers(context)).find((welcomer) => welcomer.userId === wanted))
    const tasks = await tasksToGive(context, taskIds)
    if (assignee) {
      const reaches = await reachOfWelcomers(context)
      const beyond = tasks.filter((task) => !reaches(assignee, task))
      if (beyond.length > 0) {
        throw new Problem('notPossibleNow', {
          detail: 'welcome.notTheirs',
          params: { name: assignee.name, count: beyond.length },
        })
      }
    }
    await giveTasks(
      context,
      tasks.map(({ id }) => ({ taskId: id, assignee })),
    )
    return { assigned: tasks.length, name: assignee?.name ?? '' }
  },
})
