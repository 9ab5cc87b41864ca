import { redirect, type ActionFunctionArgs } from 'react-router'
import type { z } from 'zod'
import { Problem } from '#platform/operations/problem.ts'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { organisationTexts } from '../../messages/organisation.ts'
import { changeVenue } from '../../operations/venues/change-venue.ts'
import { createVenueRequest } from '../../operations/venues/create-venue-request.ts'
import { endVenue } from '../../operations/venues/end-venue.ts'
import { recordVenueRequestStep } from '../../operations/venues/record-venue-request-step.ts'
import { formFields } from '#web/form-fields.ts'
import { readVenueForm } from './read-venue-form.ts'

/** What a form has done when its page is shown again. */
export const venueChanges = ['created', 'changed', 'asked', 'step', 'ended'] as const

/** The forms of a page about premises: carries one out and leads back. */
export async function changeVenuePage({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const venueId = params['venue'] ?? ''
  const { field, day } = formFields(form)
  // Each request's form says which request it is about.
  const [change = '', requestId = ''] = field('change').split(' ')
  return orFormProblem(visit, organisationTexts, form, async () => {
    switch (change) {
      case 'asked':
        await visit.call(createVenueRequest, {
          venueId,
          bodyId: field('bodyId'),
          what: field('what'),
          attribute: (field('attribute') || null) as z.input<typeof createVenueRequest.input>['attribute'],
          askedOf: field('askedOf'),
          note: field('note'),
          ...day('day'),
        })
        break
      case 'step':
        await visit.call(recordVenueRequestStep, {
          venueId,
          requestId,
          state: field('state') as z.input<typeof recordVenueRequestStep.input>['state'],
          note: field('note'),
          ...day('day'),
        })
        break
      case 'ended':
        if (!form.has('confirmed')) {
          throw new Problem('invalidInput', {
            issues: [{ path: ['confirmed'], message: 'venue.confirmEnd' }],
          })
        }
        await visit.call(endVenue, { venueId, ...day('lastDay') })
        break
      default:
        await visit.call(changeVenue, { venueId, ...readVenueForm(form), ...day('from') })
    }
    return redirect(`/organisation/venues/${venueId}?done=${change || 'changed'}`)
  })
}
