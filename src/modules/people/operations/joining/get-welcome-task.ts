import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { reachOfWelcomers, waitingFor } from '../../store/joining/assign-welcomes.ts'
import { readWelcomers } from '../../store/joining/welcomers.ts'
import { readWelcomeTasks } from '../../store/joining/welcome-tasks.ts'
import { currentWordings } from '../../store/joining/wordings.ts'
import { readEngagement } from '../../store/persons/read-parts.ts'
import { shownTask, shownWelcomer, taskId } from './welcome-shapes.ts'

/** One new member to meet, what was written so far, and the words that consent to an interview is asked with. */
export const getWelcomeTask = personalReadOperation({
  name: 'get-welcome-task',
  summary: 'A new member to be met, with what is needed to do it.',
  route: 'GET /people/welcome/{taskId}',
  policy: organiserPolicy,
  input: z.object({ taskId }),
  output: z.object({
    task: shownTask,
    welcomers: z.array(shownWelcomer),
    wording: z
      .object({ id: z.uuid(), swedish: z.string(), english: z.string() })
      .nullable()
      .describe('What the member agrees to before anything is written of how they want to take part'),
    engagement: z
      .object({
        interests: z.array(z.string()),
        skills: z.array(z.string()),
        affiliations: z.array(z.string()),
        availability: z.string(),
        visibility: z.enum(['unit', 'district']),
      })
      .nullable(),
  }),
  example: ({ joining }) => ({ taskId: joining.taskId }),
  audit: (input, output) => ({ kind: 'person', id: output.task.personId, detail: { task: input.taskId } }),
  async run(context, input) {
    const { db, now } = context
    const { tasks } = await readWelcomeTasks(db, { taskId: input.taskId }, today(now))
    const task = found(tasks[0])
    const reaches = await reachOfWelcomers(context)
    const welcomers = (await readWelcomers(context)).filter((welcomer) => reaches(welcomer, task))
    const waiting = await waitingFor(
      context,
      welcomers.map(({ userId }) => userId),
    )
    const wording = (await currentWordings(db, today(now))).find(({ purpose }) => purpose === 'engagement')
    return {
      task,
      welcomers: welcomers.map(({ userId, name }) => ({ userId, name, waiting: waiting.get(userId) ?? 0 })),
      wording: wording ? { id: wording.id, swedish: wording.swedish, english: wording.english } : null,
      engagement: await readEngagement(context, task.personId),
    }
  },
})
