import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { shareOut } from '../../rules/joining/share-out.ts'
import { giveTasks, reachOfWelcomers, tasksToGive, waitingFor } from '../../store/joining/assign-welcomes.ts'
import { readWelcomers } from '../../store/joining/welcomers.ts'
import { taskId } from './welcome-shapes.ts'

/** Shares new members out evenly among several who meet them. Nobody is given one of a unit they are not trusted with. */
export const shareOutWelcomeTasks = writeOperation({
  name: 'share-out-welcome-tasks',
  summary: 'Share new members to be met out evenly among several.',
  route: 'POST /people/welcome/share-out',
  policy: organiserPolicy,
  input: z.object({
    taskIds: z.array(taskId).min(1, 'welcome.tickFirst').max(500),
    userIds: z.array(z.string().min(1).max(60)).min(1, 'welcome.chooseFirst').max(100),
  }),
  output: z.object({
    shares: z.array(z.object({ userId: z.string(), name: z.string(), count: z.int() })),
    left: z.int().describe('Given to nobody: none of those chosen is trusted with their unit'),
  }),
  example: ({ joining }) => ({ taskIds: [joining.taskId], userIds: [joining.welcomerId] }),
  audit: (_input, output) => ({
    kind: 'welcome',
    id: null,
    detail: { count: output.shares.reduce((sum, { count }) => sum + count, 0), among: output.shares.length },
  }),
  async run(context, { taskIds, userIds }) {
    const welcomers = await readWelcomers(context)
    const chosen = [...new Set(userIds)].map((userId) =>
      found(welcomers.find((welcomer) => welcomer.userId === userId)),
    )
    const tasks = await tasksToGive(context, taskIds)
    const reaches = await reachOfWelcomers(context)
    const waiting = await waitingFor(context, userIds)
    const byId = new Map(chosen.map((welcomer) => [welcomer.userId, welcomer]))
    const given = shareOut(
      tasks,
      chosen.map(({ userId }) => ({ userId, waiting: waiting.get(userId) ?? 0 })),
      (userId, task) => reaches(byId.get(userId)!, task),
    )
    await giveTasks(
      context,
      [...given].map(([id, userId]) => ({ taskId: id, assignee: byId.get(userId)! })),
    )
    const counts = Map.groupBy(given.values(), (userId) => userId)
    return {
      shares: chosen.map(({ userId, name }) => ({ userId, name, count: counts.get(userId)?.length ?? 0 })),
      left: tasks.length - given.size,
    }
  },
})
