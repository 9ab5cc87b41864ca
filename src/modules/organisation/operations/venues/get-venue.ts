import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { unitReaders } from '../../inside-roles.ts'
import { stateOn } from '../../rules/venues/request-steps.ts'
import { venuesOn } from '../../rules/venues/venues-as-of.ts'
import { readRequests, readVenues } from '../../store/venues/read-venues.ts'
import { requestShape, venueShape } from './venue-shapes.ts'

/** One of the premises as it stood on a day, what it has been, and what has been asked for in it until then. */
export const getVenue = readOperation({
  name: 'get-venue',
  summary: 'Premises as they stood on a day: what they have, what has changed, and what has been asked for.',
  route: 'GET /venues/{venueId}',
  policy: { allow: 'roles', roles: unitReaders, reach: 'organisation' },
  input: z.object({ venueId: z.uuid(), asOf: z.iso.date().optional() }),
  output: z.object({
    asOf: z.iso.date(),
    venue: venueShape,
    unitName: z.string(),
    requests: z.array(requestShape),
    /** From which days it was otherwise, the newest first. */
    changes: z.array(
      z.object({
        validFrom: z.iso.date(),
        name: z.string(),
        capacity: z.number().int().nullable(),
        /** What came and what went with it. */
        gained: z.array(z.string()),
        lost: z.array(z.string()),
      }),
    ),
  }),
  example: ({ organisation }) => ({ venueId: organisation.venueId }),
  async run({ db, now }, { venueId, asOf }) {
    const records = await readVenues(db, venueId)
    const { validFrom, validTo, unitId } = found(records.venues[0])
    const current = today(now)
    // One no longer in use is shown as on its last day, one that is not yet as on its first.
    const nearest = validTo !== null && validTo < current ? validTo : current
    const day = asOf ?? (nearest < validFrom ? validFrom : nearest)
    const venue = venuesOn(records, day)[0]
    if (!venue) throw new Problem('notFound', { detail: 'venue.notThereThen' })
    const unit = await db
      .selectFrom('organisation.unit')
      .select('name')
      .where('id', '=', unitId)
      .executeTakeFirstOrThrow()
    const requests = await readRequests(db, venueId)
    return {
      asOf: day,
      venue: { ...venue, attributes: [...venue.attributes] },
      unitName: unit.name,
      requests: requests.flatMap(({ venueId: _, ...request }) => {
        const state = stateOn(request.steps, day)
        return state === null
          ? []
          : [{ ...request, state, steps: request.steps.filter((step) => step.day <= day) }]
      }),
      changes: records.records
        .map((record, index) => {
          const before = records.records[index - 1]?.attributes ?? []
          return {
            validFrom: record.validFrom,
            name: record.name,
            capacity: record.capacity,
            gained: record.attributes.filter((each) => !before.includes(each)),
            lost: before.filter((each) => !record.attributes.includes(each)),
          }
        })
        .toReversed(),
    }
  },
})
