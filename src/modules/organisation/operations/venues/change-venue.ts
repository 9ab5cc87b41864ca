import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { changeFrom } from '../../rules/unit-faults.ts'
import { attributesAmong } from '../../rules/venues/attributes.ts'
import { makeRoom } from '../../store/change-unit.ts'
import { venueForChange } from '../../store/venues/read-venues.ts'
import { writeVenueRecord } from '../../store/venues/write-venue.ts'
import { venueFactFields, venueWriters } from './venue-shapes.ts'

/** Says that premises are otherwise from a day on. What is left out stays as it is; what they were is kept. */
export const changeVenue = writeOperation({
  name: 'change-venue',
  summary: 'Say that premises are otherwise from a day; what is left out stays, what they were is kept.',
  route: 'POST /venues/{venueId}',
  policy: { allow: 'roles', roles: venueWriters },
  input: z.object({
    venueId: z.uuid(),
    ...z.object(venueFactFields).partial().shape,
    from: z.iso.date().optional(),
  }),
  output: z.object({ unitId: z.uuid(), name: z.string() }),
  example: ({ organisation }) => ({ venueId: organisation.venueId, capacity: 90 }),
  audit: (input, output) => ({
    kind: 'venue',
    id: input.venueId,
    unitId: output.unitId,
    detail: { name: output.name },
  }),
  async run(context, { venueId, from, ...said }) {
    const { db, now } = context
    const { venue, records } = await venueForChange(db, venueId)
    if (venue.validTo !== null) throw new Problem('notPossibleNow', { detail: 'venue.ended' })
    const last = found(records.at(-1))
    const current = today(now)
    // One that is not in use yet is changed from its first day.
    const day = from ?? (current < last.validFrom ? last.validFrom : current)
    const change = changeFrom(records, day)
    if ('fault' in change) throw new Problem('notPossibleNow', { detail: 'venue.changedLater' })
    await makeRoom(db, 'organisation.venue_record', change, now)
    const facts = {
      name: said.name ?? last.name,
      address: said.address ?? last.address,
      municipality: said.municipality ?? last.municipality,
      capacity: said.capacity === undefined ? last.capacity : said.capacity,
      attributes: said.attributes ? attributesAmong(said.attributes) : last.attributes,
      remark: said.remark ?? last.remark,
      ownerName: said.ownerName ?? last.ownerName,
      ownerEmail: said.ownerEmail ?? last.ownerEmail,
      ownerPhone: said.ownerPhone ?? last.ownerPhone,
      costNote: said.costNote ?? last.costNote,
    }
    await writeVenueRecord(context, venueId, facts, day)
    return { unitId: venue.unitId, name: facts.name }
  },
})
