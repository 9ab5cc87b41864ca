import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { postForChange, requireMayEnd } from '../../store/posts/end-post.ts'
import { recordEvent } from '../../store/record-event.ts'
import { day, reason } from './post-shapes.ts'

/** Gives what somebody is paid for its last day, and says why. The post itself goes on. */
export const endRemuneration = writeOperation({
  name: 'end-remuneration',
  summary: 'End what a person is paid for a post after a last day, with the reason; the post goes on.',
  route: 'POST /people/posts/remunerations/{remunerationId}/end',
  policy: registrarPolicy,
  input: z.object({ remunerationId: z.uuid(), lastDay: day.optional(), reason }),
  output: z.object({ personId: z.uuid(), lastDay: day }),
  example: ({ posts }) => ({ remunerationId: posts.remunerationId, reason: 'Gick i pension' }),
  audit: (input, output) => ({ kind: 'person', id: output.personId, detail: { lastDay: output.lastDay } }),
  async run(context, input) {
    const { db, now } = context
    const row = await postForChange(context, 'people.remuneration', input.remunerationId)
    const lastDay = input.lastDay ?? today(now)
    requireMayEnd(row, lastDay)
    const why = input.reason ?? ''
    await db
      .updateTable('people.remuneration')
      .set({ valid_to: lastDay, ended_reason: why })
      .where('id', '=', row.id)
      .execute()
    await recordEvent(context, row.person, 'remunerationEnded', { lastDay, reason: why })
    return { personId: row.person.id, lastDay }
  },
})
