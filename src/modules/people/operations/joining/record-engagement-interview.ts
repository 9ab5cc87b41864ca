import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { personForChange } from '../../store/find-person.ts'
import { currentWordings } from '../../store/joining/wordings.ts'
import { giveConsent } from '../../store/persons/consents.ts'
import { setEngagement } from '../../store/persons/set-engagement.ts'
import { taskId } from './welcome-shapes.ts'

const words = z.array(z.string().trim().min(1).max(60)).max(30).default([])

/** Writes how a new member wants to take part, which they agreed to be asked and to have kept. */
export const recordEngagementInterview = writeOperation({
  name: 'record-engagement-interview',
  summary: 'Record how a new member wants to take part, with their consent.',
  route: 'POST /people/welcome/{taskId}/engagement',
  policy: organiserPolicy,
  input: z.object({
    taskId,
    agreed: z.literal(true, 'engagement.consentFirst').describe('The member has heard the words and agrees'),
    interests: words,
    skills: words,
    affiliations: words,
    availability: z.string().trim().max(1000).default(''),
    visibility: z.enum(['unit', 'district']).default('unit'),
  }),
  output: z.object({ personId: z.uuid() }),
  example: ({ joining }) => ({ taskId: joining.taskId, agreed: true as const, interests: ['bostäder'] }),
  audit: (_input, output) => ({ kind: 'person', id: output.personId }),
  async run(context, { taskId: id, agreed: _, ...engagement }) {
    const { db, now } = context
    const task = found(
      await db.selectFrom('people.welcome_task').select('person_id').where('id', '=', id).executeTakeFirst(),
    )
    const person = await personForChange(context, task.person_id)
    const wording = (await currentWordings(db, today(now))).find(({ purpose }) => purpose === 'engagement')
    if (!wording) throw new Problem('notPossibleNow', { detail: 'engagement.noWording' })
    const consentId = await giveConsent(context, person, {
      wordingId: wording.id,
      channel: 'any',
      through: 'welcome',
    })
    await setEngagement(context, person, { ...engagement, consentId })
    return { personId: person.id }
  },
})
