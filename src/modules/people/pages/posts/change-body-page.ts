import { redirect, type ActionFunctionArgs } from 'react-router'
import {
  changeBody,
  endBody,
  endSeat,
  recordBodyActivity,
  organisationTexts,
  setGroupSource,
  setSeat,
} from '#modules/organisation/index.ts'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { peopleTexts } from '../../messages/people.ts'
import { appointPerson } from '../../operations/posts/appoint-person.ts'
import { endTerm } from '../../operations/posts/end-term.ts'
import { joinBody } from '../../operations/posts/join-body.ts'
import { leaveBody } from '../../operations/posts/leave-body.ts'
import { withdrawPost } from '../../operations/posts/withdraw-post.ts'
import { bodyAddress } from './addresses.ts'
import { formFields, given } from '#web/form-fields.ts'

/** What is a person's matter; the rest is the body's own. */
const personal: ReadonlySet<string> = new Set(['appoint', 'endTerm', 'withdraw', 'join', 'leave'])

/** The forms of a body's page: carries one out and leads back. */
export async function changeBodyPage({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const bodyId = params['body'] ?? ''
  const { field, day, number } = formFields(form)
  // Each seat's form says which seat it is about.
  const [change = '', seatId = ''] = field('change').split(' ')
  const carriedOut = async () => {
    switch (change) {
      case 'appoint':
        await visit.call(appointPerson, {
          personId: field('personId'),
          seatId: field('seatId'),
          ...day('from'),
          ...day('to'),
          ...given('appointedByBodyId', field('appointedByBodyId')),
          decision: field('decision'),
        })
        return
      case 'endTerm':
        await visit.call(endTerm, { termId: field('termId'), ...day('lastDay'), reason: field('reason') })
        return
      case 'withdraw':
        await visit.call(withdrawPost, { kind: 'term', id: field('termId') })
        return
      case 'join':
        await visit.call(joinBody, { bodyId })
        return
      case 'leave':
        await visit.call(leaveBody, { bodyId })
        return
      case 'seat':
        await visit.call(setSeat, {
          bodyId,
          roleKind: field('roleKind'),
          title: field('title'),
          number: number('number'),
          ...given('referenceUnitId', field('referenceUnitId')),
          contactAddress: field('contactAddress'),
          namePublic: form.has('namePublic'),
          ...day('from'),
        })
        return
      case 'seatNumber':
        await visit.call(setSeat, {
          bodyId,
          seatId,
          number: number('number'),
          contactAddress: field('contactAddress'),
          namePublic: form.has('namePublic'),
          ...day('from'),
        })
        return
      case 'endSeat':
        await visit.call(endSeat, { bodyId, seatId: field('seatId'), ...day('lastDay') })
        return
      case 'source':
        await visit.call(setGroupSource, { bodyId, publicBodyId: field('publicBodyId'), ...day('from') })
        return
      case 'endSource':
        await visit.call(setGroupSource, {
          bodyId,
          publicBodyId: field('publicBodyId'),
          lastDay: field('lastDay'),
        })
        return
      case 'note':
        await visit.call(recordBodyActivity, { bodyId, what: field('what'), ...day('day') })
        return
      case 'endBody':
        await visit.call(endBody, { bodyId, ...day('lastDay') })
        return
      default:
        await visit.call(changeBody, {
          bodyId,
          name: field('name'),
          kind: field('kind'),
          parentId: field('parentId') || null,
          purpose: field('purpose'),
          contactAddress: field('contactAddress'),
          isHighest: form.has('isHighest'),
          openToJoin: form.has('openToJoin'),
          ...day('from'),
        })
    }
  }
  const texts = personal.has(change) ? peopleTexts : organisationTexts
  return orFormProblem(visit, texts, form, async () => {
    await carriedOut()
    return redirect(`${bodyAddress(bodyId)}?done`)
  })
}
