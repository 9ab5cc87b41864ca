import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { endSeatRows } from '../../store/affiliates/end-seat-rows.ts'
import { readAffiliates } from '../../store/affiliates/read-affiliates.ts'
import { lockBodies } from '../../store/bodies/read-bodies.ts'
import { firstDay } from '../../store/change-unit.ts'
import { day } from './affiliate-shapes.ts'

/**
 * Ends an affiliation after a last day, with the rights to seats that came of it. The affiliate keeps its register to itself:
 * its members did not become anybody else's.
 */
export const endAffiliation = writeOperation({
  name: 'end-affiliation',
  summary:
    'End an affiliation and its rights to seats after a last day; the affiliate’s register stays its own.',
  route: 'POST /affiliates/{unitId}/end',
  policy: { allow: 'roles', roles: ['owner'] },
  input: z.object({ unitId: z.uuid(), lastDay: day.optional() }),
  output: z.object({ lastDay: day, toUnitId: z.uuid() }),
  example: ({ organisation }) => ({ unitId: organisation.affiliateId }),
  audit: (input, output) => ({
    kind: 'unit',
    id: input.unitId,
    unitId: output.toUnitId,
    detail: { lastDay: output.lastDay },
  }),
  async run({ db, now, scope }, { unitId, lastDay }) {
    const { seats } = await lockBodies(db)
    const { affiliations, rights } = await readAffiliates(db)
    const current = affiliations.find((each) => each.unitId === unitId && each.validTo === null)
    if (!current || (scope !== 'organisation' && !scope.includes(current.toUnitId))) {
      throw new Problem('notFound')
    }
    const last = firstDay(lastDay, today(now), 'lastDay')
    if (last < current.validFrom) {
      throw new Problem('invalidInput', { issues: [{ path: ['lastDay'], message: 'affiliate.notThen' }] })
    }
    await db
      .updateTable('organisation.affiliation')
      .set({ valid_to: last })
      .where('id', '=', current.id)
      .execute()
    const given = new Set(rights.map((right) => right.seatId))
    for (const seat of seats) {
      const its = seat.referenceUnitId === unitId && given.has(seat.id) && seat.validTo === null
      if (its) await endSeatRows(db, seat.id, last)
    }
    return { lastDay: last, toUnitId: current.toUnitId }
  },
})
