import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { venueForChange } from '../../store/venues/read-venues.ts'
import { venueWriters } from './venue-shapes.ts'

/** Gives premises their last day in use. What has been said and asked of them is kept. */
export const endVenue = writeOperation({
  name: 'end-venue',
  summary: 'Say until which day premises are in use; what has been said and asked of them is kept.',
  route: 'POST /venues/{venueId}/end',
  policy: { allow: 'roles', roles: venueWriters },
  input: z.object({ venueId: z.uuid(), lastDay: z.iso.date().optional() }),
  output: z.object({ unitId: z.uuid(), name: z.string(), lastDay: z.iso.date() }),
  example: ({ organisation }) => ({ venueId: organisation.venueId }),
  audit: (input, output) => ({
    kind: 'venue',
    id: input.venueId,
    unitId: output.unitId,
    detail: { name: output.name, lastDay: output.lastDay },
  }),
  async run({ db, now }, { venueId, lastDay }) {
    const { venue, records } = await venueForChange(db, venueId)
    const day = lastDay ?? today(now)
    if (venue.validTo !== null) throw new Problem('notPossibleNow', { detail: 'venue.ended' })
    if (records.some((record) => record.validFrom > day)) {
      throw new Problem('notPossibleNow', { detail: 'venue.changedLater' })
    }
    await db
      .updateTable('organisation.venue_record')
      .set({ valid_to: day })
      .where('venue_id', '=', venueId)
      .where('valid_to', 'is', null)
      .where('replaced_at', 'is', null)
      .execute()
    await db.updateTable('organisation.venue').set({ valid_to: day }).where('id', '=', venueId).execute()
    return { unitId: venue.unitId, name: records.at(-1)?.name ?? '', lastDay: day }
  },
})
