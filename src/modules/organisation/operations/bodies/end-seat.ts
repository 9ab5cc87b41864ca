import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { requireBody } from '../../store/bodies/change-body.ts'
import { lockBodies } from '../../store/bodies/read-bodies.ts'
import { firstDay } from '../../store/change-unit.ts'

/** Gives a seat its last day. Who has held it is kept. */
export const endSeat = writeOperation({
  name: 'end-seat',
  summary: 'End a seat of a body after a last day; who has held it is kept.',
  route: 'POST /bodies/{bodyId}/seats/{seatId}/end',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'secretary'] },
  input: z.object({ bodyId: z.uuid(), seatId: z.uuid(), lastDay: z.iso.date().optional() }),
  output: z.object({ lastDay: z.iso.date() }),
  example: ({ organisation }) => ({ bodyId: organisation.bodyId, seatId: organisation.seatId }),
  audit: (input, output) => ({ kind: 'body', id: input.bodyId, detail: { lastDay: output.lastDay } }),
  async run({ db, now, scope }, { bodyId, seatId, lastDay }) {
    const records = await lockBodies(db)
    requireBody(records, scope, bodyId)
    const seat = found(records.seats.find((each) => each.id === seatId && each.bodyId === bodyId))
    const day = firstDay(lastDay, today(now), 'lastDay')
    const numbers = records.numbers.filter((row) => row.seatId === seatId)
    if (seat.validTo !== null) throw new Problem('notPossibleNow', { detail: 'seat.ended' })
    if ([seat, ...numbers].some((row) => row.validFrom > day)) {
      throw new Problem('notPossibleNow', { detail: 'body.changedLater' })
    }
    const last = { valid_to: day }
    await db
      .updateTable('organisation.seat_number')
      .set(last)
      .where('seat_id', '=', seatId)
      .where('valid_to', 'is', null)
      .where('replaced_at', 'is', null)
      .execute()
    await db.updateTable('organisation.seat').set(last).where('id', '=', seatId).execute()
    return { lastDay: day }
  },
})
