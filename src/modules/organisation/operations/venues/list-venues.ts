import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { unitReaders } from '../../inside-roles.ts'
import { isWaiting, stateOn } from '../../rules/venues/request-steps.ts'
import { fitsWish, municipalitiesOf, venuesOn } from '../../rules/venues/venues-as-of.ts'
import { readRequests, readVenues } from '../../store/venues/read-venues.ts'
import { venueAttribute, venueShape } from './venue-shapes.ts'

/** The premises in use on a day that somebody looks for: by words, municipality, how many are to come, what they need. */
export const listVenues = readOperation({
  name: 'list-venues',
  summary: 'Premises in use on a day, by words, municipality, capacity and what they have (all must fit).',
  route: 'GET /venues',
  policy: { allow: 'roles', roles: unitReaders, reach: 'organisation' },
  input: z.object({
    asOf: z.iso.date().optional(),
    words: z.string().trim().max(100).optional(),
    municipality: z.string().trim().max(100).optional(),
    minCapacity: z.coerce.number().int().min(1).max(100_000).optional(),
    /** One, or several that must all be there. */
    attributes: z.union([venueAttribute, z.array(venueAttribute).max(20)]).optional(),
    unitId: z.uuid().optional(),
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  }),
  output: z.object({
    asOf: z.iso.date(),
    /** How many fit; `venues` are those from `offset` on. */
    total: z.number().int(),
    /** How many there are in all. */
    inUse: z.number().int(),
    venues: z.array(
      venueShape.extend({
        /** Requests that somebody is still to do something about. */
        waiting: z.number().int(),
      }),
    ),
    municipalities: z.array(z.string()),
  }),
  example: () => ({ minCapacity: 20, attributes: ['stepFree' as const] }),
  async run({ db, now }, { asOf, offset, limit, attributes = [], ...asked }) {
    const wish = { ...asked, attributes: [attributes].flat() }
    const day = asOf ?? today(now)
    const there = venuesOn(await readVenues(db), day)
    const fitting = there.filter((venue) => fitsWish(venue, wish))
    const waiting = Map.groupBy(
      (await readRequests(db)).filter((request) => isWaiting(stateOn(request.steps, day))),
      (request) => request.venueId,
    )
    return {
      asOf: day,
      total: fitting.length,
      inUse: there.length,
      venues: fitting.slice(offset, offset + limit).map((venue) => ({
        ...venue,
        attributes: [...venue.attributes],
        waiting: waiting.get(venue.id)?.length ?? 0,
      })),
      municipalities: municipalitiesOf(there),
    }
  },
})
