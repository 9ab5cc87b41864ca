import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { rightFault } from '../../rules/affiliates/seat-rights.ts'
import { readAffiliates } from '../../store/affiliates/read-affiliates.ts'
import { requireNoRightFault, writeSeatRight } from '../../store/affiliates/write-seat-right.ts'
import { requireBody } from '../../store/bodies/change-body.ts'
import { lockBodies } from '../../store/bodies/read-bodies.ts'
import { firstDay } from '../../store/change-unit.ts'
import { day, decision, rightFields } from './affiliate-shapes.ts'

/** Lets whoever holds an affiliate's seat do more or less from a day on. How many seats there are is the seat's own matter. */
export const changeSeatRight = writeOperation({
  name: 'change-seat-right',
  summary: 'Change what an affiliate’s seat lets its holder do, from a day; what it was is kept.',
  route: 'POST /affiliates/rights/{seatId}',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'secretary'] },
  input: z.object({ seatId: z.uuid(), ...rightFields, decision, from: day.optional() }),
  output: z.object({ bodyId: z.uuid(), bodyUnitId: z.uuid() }),
  example: ({ organisation }) => ({
    seatId: organisation.affiliateSeatId,
    speaks: true,
    proposes: true,
    votes: true,
    decision: 'Årsmötet § 21',
  }),
  audit: (input, output) => ({
    kind: 'body',
    id: output.bodyId,
    unitId: output.bodyUnitId,
    detail: { votes: input.votes },
  }),
  async run(context, { seatId, speaks, proposes, votes, ...input }) {
    const { db, now, scope } = context
    const records = await lockBodies(db)
    const seat = found(records.seats.find((each) => each.id === seatId))
    const body = requireBody(records, scope, seat.bodyId)
    if (seat.validTo !== null) throw new Problem('notPossibleNow', { detail: 'seat.ended' })
    const { affiliations, rights } = await readAffiliates(db)
    const own = rights.filter((right) => right.seatId === seatId)
    const first = firstDay(input.from, today(now))
    found(own[0])
    requireNoRightFault(
      rightFault(affiliations, {
        unitId: seat.referenceUnitId ?? '',
        bodyUnitId: body.unitId,
        day: first,
        speaks,
        proposes,
        votes,
      }),
    )
    await writeSeatRight(context, own, {
      seatId,
      speaks,
      proposes,
      votes,
      decision: input.decision ?? own.at(-1)?.decision ?? '',
      day: first,
    })
    return { bodyId: body.id, bodyUnitId: body.unitId }
  },
})
