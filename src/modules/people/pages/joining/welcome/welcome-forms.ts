import { redirect, type ActionFunctionArgs } from 'react-router'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { safeBack } from '#web/safe-back.ts'
import { peopleTexts } from '../../../messages/people.ts'
import { assignWelcomeTask } from '../../../operations/joining/assign-welcome-task.ts'
import { recordEngagementInterview } from '../../../operations/joining/record-engagement-interview.ts'
import { recordWelcomeContact } from '../../../operations/joining/record-welcome-contact.ts'
import { shareOutWelcomeTasks } from '../../../operations/joining/share-out-welcome-tasks.ts'
import { welcomeChannels, welcomeOutcomes } from '../../../rules/joining/welcome.ts'

/** What the pages say has been done. */
export const doneKinds = ['recorded', 'assigned', 'engagement'] as const

/** The forms of welcoming: who does it, how it went, how the new member wants to take part. */
export async function welcomeForms({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const taskId = field('task')
  const address = safeBack(field('back') || '/people/welcome')
  const back = (done: (typeof doneKinds)[number] | 'many', counts: Record<string, number> = {}) =>
    redirect(
      [
        `${address}${address.includes('?') ? '&' : '?'}done=${done}`,
        ...Object.entries(counts).map(([name, count]) => `${name}=${count}`),
      ].join('&'),
    )
  const ticked = () => form.getAll('tasks').map(String)
  const answer = await orFormProblem(visit, peopleTexts, form, async () => {
    switch (field('change')) {
      case 'assign':
        await visit.call(assignWelcomeTask, { taskIds: [taskId], userId: field('userId') || null })
        return back('assigned')
      case 'assignMany': {
        const { assigned } = await visit.call(assignWelcomeTask, {
          taskIds: ticked(),
          userId: field('userId') || null,
        })
        return back('many', { given: assigned })
      }
      case 'shareOut': {
        const { shares, left } = await visit.call(shareOutWelcomeTasks, {
          taskIds: ticked(),
          userIds: form.getAll('among').map(String),
        })
        return back('many', { given: shares.reduce((sum, { count }) => sum + count, 0), left })
      }
      case 'engagement':
        await visit.call(recordEngagementInterview, {
          taskId,
          // Not agreed is said by the operation, in words.
          agreed: form.has('agreed') as true,
          interests: wordsIn(field('interests')),
          skills: wordsIn(field('skills')),
          affiliations: wordsIn(field('affiliations')),
          availability: field('availability'),
          visibility: field('visibility') === 'district' ? 'district' : 'unit',
        })
        return back('engagement')
      default:
        await visit.call(recordWelcomeContact, {
          taskId,
          channel: welcomeChannels.find((each) => each === field('channel')) ?? 'phone',
          outcome: welcomeOutcomes.find((each) => each === field('outcome')) ?? 'noAnswer',
          notes: field('notes'),
        })
        return back('recorded')
    }
  })
  return answer
}

/** Words with commas or lines between them. */
function wordsIn(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter(Boolean)
}
