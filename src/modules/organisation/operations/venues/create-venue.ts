import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { attributesAmong } from '../../rules/venues/attributes.ts'
import { venuesOn } from '../../rules/venues/venues-as-of.ts'
import { readUnits, requireUnit } from '../../store/read-units.ts'
import { readVenues } from '../../store/venues/read-venues.ts'
import { writeVenueRecord } from '../../store/venues/write-venue.ts'
import { venueFactFields, venueWriters } from './venue-shapes.ts'

/** Puts premises into the register. The same name in the same municipality twice is a slip. */
export const createVenue = writeOperation({
  name: 'create-venue',
  summary: 'Put premises into the register: where, how many, what they have, whom to ask and what it costs.',
  route: 'POST /venues',
  policy: { allow: 'roles', roles: venueWriters },
  input: z.object({ unitId: z.uuid(), ...venueFactFields, from: z.iso.date().optional() }),
  output: z.object({ venueId: z.uuid() }),
  example: ({ organisation }) => ({
    unitId: organisation.unitId,
    name: 'Folkets hus',
    municipality: 'Exempelby',
    capacity: 80,
    attributes: ['stepFree' as const, 'hearingLoop' as const],
  }),
  audit: (input, output) => ({
    kind: 'venue',
    id: output.venueId,
    unitId: input.unitId,
    detail: { name: input.name },
  }),
  async run(context, { unitId, from, ...said }) {
    const { db, now, organisationId, scope } = context
    const day = from ?? today(now)
    requireUnit(await readUnits(db), scope, unitId, today(now))
    const facts = {
      name: said.name,
      address: said.address ?? '',
      municipality: said.municipality ?? '',
      capacity: said.capacity ?? null,
      attributes: attributesAmong(said.attributes ?? []),
      remark: said.remark ?? '',
      ownerName: said.ownerName ?? '',
      ownerEmail: said.ownerEmail ?? '',
      ownerPhone: said.ownerPhone ?? '',
      costNote: said.costNote ?? '',
    }
    const wanted = placed(facts)
    if (venuesOn(await readVenues(db), day).some((each) => placed(each) === wanted)) {
      throw new Problem('invalidInput', { issues: [{ path: ['name'], message: 'venue.exists' }] })
    }
    const venueId = newId()
    await db
      .insertInto('organisation.venue')
      .values({ organisation_id: organisationId, id: venueId, unit_id: unitId, valid_from: day })
      .execute()
    await writeVenueRecord(context, venueId, facts, day)
    return { venueId }
  },
})

function placed({ name, municipality }: { name: string; municipality: string }): string {
  return `${name}, ${municipality}`.toLocaleLowerCase('sv')
}
