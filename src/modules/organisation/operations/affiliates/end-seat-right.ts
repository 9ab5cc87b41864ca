import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { endSeatRows } from '../../store/affiliates/end-seat-rows.ts'
import { readAffiliates } from '../../store/affiliates/read-affiliates.ts'
import { requireBody } from '../../store/bodies/change-body.ts'
import { lockBodies } from '../../store/bodies/read-bodies.ts'
import { firstDay } from '../../store/change-unit.ts'
import { day } from './affiliate-shapes.ts'

/** Ends an affiliate's right to seats in a body, and the seats with it. Who has held them is kept. */
export const endSeatRight = writeOperation({
  name: 'end-seat-right',
  summary: 'End an affiliate’s right to seats in a body after a last day, with the seats.',
  route: 'POST /affiliates/rights/{seatId}/end',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'secretary'] },
  input: z.object({ seatId: z.uuid(), lastDay: day.optional() }),
  output: z.object({ lastDay: day, bodyId: z.uuid(), bodyUnitId: z.uuid() }),
  example: ({ organisation }) => ({ seatId: organisation.affiliateSeatId }),
  audit: (_, output) => ({
    kind: 'body',
    id: output.bodyId,
    unitId: output.bodyUnitId,
    detail: { lastDay: output.lastDay },
  }),
  async run({ db, now, scope }, { seatId, lastDay }) {
    const records = await lockBodies(db)
    const seat = found(records.seats.find((each) => each.id === seatId))
    const body = requireBody(records, scope, seat.bodyId)
    if (seat.validTo !== null) throw new Problem('notPossibleNow', { detail: 'seat.ended' })
    const own = (await readAffiliates(db)).rights.filter((right) => right.seatId === seatId)
    found(own[0])
    const last = firstDay(lastDay, today(now), 'lastDay')
    const numbers = records.numbers.filter((number) => number.seatId === seatId)
    if ([seat, ...numbers, ...own].some((row) => row.validFrom > last)) {
      throw new Problem('notPossibleNow', { detail: 'body.changedLater' })
    }
    await endSeatRows(db, seatId, last)
    return { lastDay: last, bodyId: body.id, bodyUnitId: body.unitId }
  },
})
