import { redirect, type ActionFunctionArgs } from 'react-router'
import { today } from '#platform/dates.ts'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { organisationTexts } from '../../messages/organisation.ts'
import { createConsultation } from '../../operations/anchoring/create-consultation.ts'
import { setAnchoringLink } from '../../operations/anchoring/set-anchoring-link.ts'

/** The forms of the page about anchoring: carries one out, and leads to what was asked or back. */
export async function changeAnchoring({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const day = (name: string) => (field(name) ? { [name]: field(name) } : {})
  const { pathname, searchParams } = new URL(request.url)
  searchParams.set('done', '')
  const back = `${pathname}?${searchParams.toString()}`
  return orFormProblem(visit, organisationTexts, form, async () => {
    if (field('change') === 'link') {
      await visit.call(setAnchoringLink, { unitId: field('unitId'), bodyId: field('bodyId'), ...day('from') })
      return redirect(back)
    }
    if (field('change') === 'endLink') {
      const [unitId = '', bodyId = ''] = field('link').split(' ')
      const lastDay = field('lastDay') || today(new Date())
      await visit.call(setAnchoringLink, { unitId, bodyId, lastDay })
      return redirect(back)
    }
    const [kind, id = ''] = field('to').split(' ')
    const { consultationId } = await visit.call(createConsultation, {
      fromBodyId: field('fromBodyId'),
      ...(kind === 'body' ? { toBodyId: id } : {}),
      ...(kind === 'unit' ? { toUnitId: id } : {}),
      issue: field('issue'),
      background: field('background'),
      answerBy: field('answerBy'),
      ...day('askedOn'),
    })
    return redirect(`/organisation/anchoring/${consultationId}?done`)
  })
}
