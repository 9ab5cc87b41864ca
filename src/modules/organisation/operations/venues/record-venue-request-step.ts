import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { stepFault } from '../../rules/venues/request-steps.ts'
import { readRequests } from '../../store/venues/read-venues.ts'
import { writeRequestStep } from '../../store/venues/write-venue.ts'
import { requestState, venueWriters } from './venue-shapes.ts'

/** Notes what came of a request: an answer, that it is done, that it was refused, or that it is asked again. */
export const recordVenueRequestStep = writeOperation({
  name: 'record-venue-request-step',
  summary: 'Note what came of a request: answered, done, refused or open again, on a day.',
  route: 'POST /venues/{venueId}/requests/{requestId}/steps',
  policy: { allow: 'roles', roles: venueWriters },
  input: z.object({
    venueId: z.uuid(),
    requestId: z.uuid(),
    state: requestState,
    day: z.iso.date().optional(),
    note: z.string().trim().max(1000).default(''),
  }),
  output: z.object({ unitId: z.uuid() }),
  example: ({ organisation }) => ({
    venueId: organisation.venueId,
    requestId: organisation.venueRequestId,
    state: 'answered' as const,
    note: 'Föreningen räknar på kostnaden.',
  }),
  audit: (input, output) => ({
    kind: 'venueRequest',
    id: input.requestId,
    unitId: output.unitId,
    detail: { state: input.state },
  }),
  async run(context, { venueId, requestId, state, day, note }) {
    const { db, now, scope } = context
    const request = (await readRequests(db, venueId)).find((each) => each.id === requestId)
    if (!request || (scope !== 'organisation' && !scope.includes(request.unitId))) {
      throw new Problem('notFound')
    }
    const current = today(now)
    const step = { state, day: day ?? current, note }
    const fault = stepFault(request.steps, step, current)
    if (fault === 'venueRequest.saysNothing') {
      throw new Problem('invalidInput', { issues: [{ path: ['note'], message: fault }] })
    }
    if (fault) throw new Problem('invalidInput', { issues: [{ path: ['day'], message: fault }] })
    await writeRequestStep(context, requestId, step)
    return { unitId: request.unitId }
  },
})
