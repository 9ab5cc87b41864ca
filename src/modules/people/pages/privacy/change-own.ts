import { redirect, type ActionFunctionArgs } from 'react-router'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { peopleTexts } from '../../messages/people.ts'
import { affiliationKinds } from '../../rules/affiliations/kinds.ts'
import { removeOwnAffiliation } from '../../operations/affiliations/remove-own-affiliation.ts'
import { recordOwnAffiliation } from '../../operations/affiliations/record-own-affiliation.ts'
import { addOwnContact } from '../../operations/privacy/add-own-contact.ts'
import { changeOwnDetails } from '../../operations/privacy/change-own-details.ts'
import { createErasureRequest } from '../../operations/privacy/create-erasure-request.ts'
import { endOwnContact } from '../../operations/privacy/end-own-contact.ts'
import { makeCalendarFeed } from '../../operations/privacy/make-calendar-feed.ts'
import { moveHome } from '../../operations/privacy/move-home.ts'
import { recordOwnConsent } from '../../operations/privacy/record-own-consent.ts'
import { revokeCalendarFeed } from '../../operations/privacy/revoke-calendar-feed.ts'
import { searchOwnRecord } from '../../operations/privacy/search-own-record.ts'
import { withdrawErasureRequest } from '../../operations/privacy/withdraw-erasure-request.ts'
import { withdrawOwnConsent } from '../../operations/privacy/withdraw-own-consent.ts'

/** What is done on the own page, each by a form of its own. */
export const ownChanges = [
  'move',
  'contact',
  'endContact',
  'details',
  'agree',
  'withdraw',
  'affiliation',
  'removeAffiliation',
  'erasure',
  'withdrawErasure',
  'revokeCalendar',
] as const

/** The forms of the own page. */
export async function changeOwn({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const personId = field('person')
  const change = field('change')
  const carriedOut = async (): Promise<unknown> => {
    switch (change) {
      case 'search':
        return visit.call(searchOwnRecord, {})
      case 'move':
        return visit.call(moveHome, { personId, unitId: field('unit') })
      case 'contact': {
        const kind = field('kind') as 'email' | 'phone' | 'address'
        const [careOf, street, postalCode, city] = ['careOf', 'street', 'postalCode', 'city'].map(field) as [
          string,
          string,
          string,
          string,
        ]
        return visit.call(addOwnContact, {
          personId,
          kind,
          value: field('value'),
          careOf,
          street,
          postalCode,
          city,
        })
      }
      case 'endContact':
        return visit.call(endOwnContact, { personId, contactId: field('contact') })
      case 'agree':
        return visit.call(recordOwnConsent, { personId, wordingId: field('wording') })
      case 'withdraw':
        return visit.call(withdrawOwnConsent, { personId, consentId: field('consent') })
      case 'affiliation':
        return visit.call(recordOwnAffiliation, {
          personId,
          // Not agreed is said by the operation, in words.
          agreed: form.has('agreed') as true,
          kind: affiliationKinds.find((each) => each === field('kind')) ?? 'association',
          name: field('name'),
          role: field('role'),
        })
      case 'removeAffiliation':
        return visit.call(removeOwnAffiliation, { personId, affiliationId: field('affiliation') })
      case 'erasure':
        return visit.call(createErasureRequest, { personId, message: field('message') })
      case 'withdrawErasure':
        return visit.call(withdrawErasureRequest, { personId, requestId: field('request') })
      case 'revokeCalendar':
        return visit.call(revokeCalendarFeed, { personId })
      default:
        return visit.call(changeOwnDetails, {
          personId,
          givenName: field('givenName'),
          familyName: field('familyName'),
          language: field('language') === 'en' ? 'en' : 'sv',
          accessibility: field('accessibility'),
        })
    }
  }
  return orFormProblem(visit, peopleTexts, form, async () => {
    // The address is shown once and stands nowhere, so it cannot be led on to.
    if (change === 'calendar') return visit.call(makeCalendarFeed, { personId })
    await carriedOut()
    return redirect(`/me?done=${change}`)
  })
}
