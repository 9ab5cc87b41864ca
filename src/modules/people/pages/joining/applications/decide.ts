import { redirect, type ActionFunctionArgs } from 'react-router'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { peopleTexts } from '../../../messages/people.ts'
import { approveApplications } from '../../../operations/joining/approve-applications.ts'
import { refuseApplication } from '../../../operations/joining/refuse-application.ts'

/** The forms of the queue: approves those that are ticked, says who somebody is, or refuses one. */
export async function decide({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const field = (name: string) => String(form.get(name) ?? '')
  const answer = await orFormProblem(visit, peopleTexts, form, async () => {
    if (field('change') === 'refuse') {
      await visit.call(refuseApplication, { applicationId: field('application'), reason: field('reason') })
      return back({ refused: 1 })
    }
    const one = field('application')
    const who = field('person')
    const { approved, toLookAt } = await visit.call(
      approveApplications,
      one
        ? {
            applicationIds: [one],
            looked: who ? [{ applicationId: one, personId: who === 'new' ? null : who }] : [],
          }
        : { applicationIds: form.getAll('applications').map(String) },
    )
    return back({ approved: approved.length, left: toLookAt.length })
  })
  return answer
}

/** Back to the queue, which says what was done. */
function back(counts: Record<string, number>) {
  const query = new URLSearchParams(Object.entries(counts).map(([name, count]) => [name, String(count)]))
  return redirect(`/people/applications?${query.toString()}`)
}
