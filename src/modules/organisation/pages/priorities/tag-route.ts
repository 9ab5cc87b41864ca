import { redirect, type ActionFunctionArgs } from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { safeBack } from '#web/safe-back.ts'
import { tagPriority } from '../../operations/priorities/tag-priority.ts'
import { untagPriority } from '../../operations/priorities/untag-priority.ts'
import { formFields } from '#web/form-fields.ts'

/** Whoever comes by a link is led to the lists. */
export function loader() {
  return redirect('/organisation/priorities')
}

/** Where the form that stands on a thing's own page is sent: tags it or takes the tag off, and leads back there. */
export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const { field } = formFields(form)
  const tag = { priorityId: field('priorityId'), kind: field('kind'), thingId: field('thingId') }
  await orProblemPage(visit.call(field('change') === 'untagged' ? untagPriority : tagPriority, tag))
  return redirect(`${safeBack(field('back'))}#priorities`)
}
