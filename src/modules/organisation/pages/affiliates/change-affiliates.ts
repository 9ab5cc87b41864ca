import { redirect, type ActionFunctionArgs } from 'react-router'
import { Problem } from '#platform/operations/problem.ts'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { organisationTexts } from '../../messages/organisation.ts'
import { changeSeatRight } from '../../operations/affiliates/change-seat-right.ts'
import { endAffiliation } from '../../operations/affiliates/end-affiliation.ts'
import { endSeatRight } from '../../operations/affiliates/end-seat-right.ts'
import { grantSeatRight } from '../../operations/affiliates/grant-seat-right.ts'
import { setAffiliate } from '../../operations/affiliates/set-affiliate.ts'

/** The forms of the page about affiliates: carries one out and leads back. */
export async function changeAffiliates({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const given = (name: string) => (field(name) ? { [name]: field(name) } : {})
  const rights = { speaks: form.has('speaks'), proposes: form.has('proposes'), votes: form.has('votes') }
  return orFormProblem(visit, organisationTexts, form, async () => {
    switch (field('change')) {
      case 'set':
        if (!form.has('confirmed')) {
          throw new Problem('invalidInput', { issues: [{ path: ['confirmed'], message: 'unit.confirm' }] })
        }
        await visit.call(setAffiliate, { unitId: field('unitId'), ...given('from'), ...given('decision') })
        break
      case 'changeRight':
        await visit.call(changeSeatRight, {
          seatId: field('seatId'),
          ...rights,
          ...given('decision'),
          ...given('from'),
        })
        break
      case 'endRight':
        await visit.call(endSeatRight, { seatId: field('seatId'), ...given('lastDay') })
        break
      case 'end':
        await visit.call(endAffiliation, { unitId: field('unitId'), ...given('lastDay') })
        break
      default:
        await visit.call(grantSeatRight, {
          bodyId: field('bodyId'),
          unitId: field('unitId'),
          number: Number(field('number') || Number.NaN),
          ...given('roleKind'),
          title: field('title'),
          ...rights,
          namePublic: form.has('namePublic'),
          ...given('decision'),
          ...given('from'),
        })
    }
    return redirect('/organisation/affiliates?done')
  })
}
