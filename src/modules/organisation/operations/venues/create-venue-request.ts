import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { holdsOn } from '../../rules/unit-records.ts'
import { bodiesOn } from '../../rules/bodies/bodies-as-of.ts'
import { stepFault } from '../../rules/venues/request-steps.ts'
import { readBodies } from '../../store/bodies/read-bodies.ts'
import { requireBody } from '../../store/bodies/change-body.ts'
import { readVenues } from '../../store/venues/read-venues.ts'
import { writeRequestStep } from '../../store/venues/write-venue.ts'
import { venueAttribute, venueWriters } from './venue-shapes.ts'

/** Notes that a body has asked somebody to make premises better. Any premises of the organisation, in the body's name. */
export const createVenueRequest = writeOperation({
  name: 'create-venue-request',
  summary: 'Note that a body has asked somebody to make premises better: what, of whom, on which day.',
  route: 'POST /venues/{venueId}/requests',
  policy: { allow: 'roles', roles: venueWriters },
  input: z.object({
    venueId: z.uuid(),
    /** The body that asks: one that was there on the day. */
    bodyId: z.uuid(),
    what: z.string().trim().min(1).max(1000),
    attribute: venueAttribute.nullish(),
    /** Whom it was put to: an owner, an association, a committee. */
    askedOf: z.string().trim().min(1).max(200),
    day: z.iso.date().optional(),
    note: z.string().trim().max(1000).default(''),
  }),
  output: z.object({ requestId: z.uuid(), unitId: z.uuid(), venueName: z.string() }),
  example: ({ organisation }) => ({
    venueId: organisation.venueId,
    bodyId: organisation.bodyId,
    what: 'En hörslinga i stora salen.',
    attribute: 'hearingLoop' as const,
    askedOf: 'Fastighetsföreningen',
  }),
  audit: (input, output) => ({
    kind: 'venueRequest',
    id: output.requestId,
    unitId: output.unitId,
    detail: { name: output.venueName },
  }),
  async run(context, input) {
    const { db, now, organisationId, scope } = context
    const current = today(now)
    const day = input.day ?? current
    const { venues, records } = await readVenues(db, input.venueId)
    found(venues.find((venue) => holdsOn(venue, day)))
    const bodies = await readBodies(db)
    const { unitId } = requireBody(bodies, scope, input.bodyId)
    if (!bodiesOn(bodies, day).some((body) => body.id === input.bodyId)) {
      throw new Problem('invalidInput', { issues: [{ path: ['bodyId'], message: 'body.notThereThen' }] })
    }
    const step = { state: 'open' as const, day, note: input.note }
    const fault = stepFault([], step, current)
    if (fault) throw new Problem('invalidInput', { issues: [{ path: ['day'], message: fault }] })
    const requestId = newId()
    await db
      .insertInto('organisation.venue_request')
      .values({
        organisation_id: organisationId,
        id: requestId,
        venue_id: input.venueId,
        body_id: input.bodyId,
        unit_id: unitId,
        what: input.what,
        attribute: input.attribute ?? null,
        asked_of: input.askedOf,
        asked_on: day,
        recorded_at: now,
      })
      .execute()
    await writeRequestStep(context, requestId, step)
    return { requestId, unitId, venueName: records.find((each) => holdsOn(each, day))?.name ?? '' }
  },
})
