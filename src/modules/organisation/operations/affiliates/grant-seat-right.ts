import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { rightFault } from '../../rules/affiliates/seat-rights.ts'
import { readAffiliates } from '../../store/affiliates/read-affiliates.ts'
import { requireNoRightFault, writeSeatRight } from '../../store/affiliates/write-seat-right.ts'
import { numberSeat, requireBody, requireRoleKind } from '../../store/bodies/change-body.ts'
import { lockBodies } from '../../store/bodies/read-bodies.ts'
import { firstDay } from '../../store/change-unit.ts'
import { day, decision, rightFields } from './affiliate-shapes.ts'

/**
 * Gives an affiliate a right to seats in a body: how many, and whether whoever holds one may speak, propose and vote. It
 * is a seat as any other, and vacant until somebody is elected to it.
 */
export const grantSeatRight = writeOperation({
  name: 'grant-seat-right',
  summary: 'Give an affiliate a right to seats in a body from a day: to attend, speak, propose or vote.',
  route: 'POST /affiliates/{unitId}/rights',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'secretary'] },
  input: z.object({
    bodyId: z.uuid(),
    unitId: z.uuid(),
    number: z.number().int().min(1).max(1000),
    roleKind: z.string().trim().min(1).max(60).optional(),
    title: z.string().trim().max(200).optional(),
    ...rightFields,
    namePublic: z.boolean().optional().describe('May everybody read who holds it?'),
    decision,
    from: day.optional(),
  }),
  output: z.object({ seatId: z.uuid(), bodyUnitId: z.uuid() }),
  example: ({ organisation }) => ({
    bodyId: organisation.bodyId,
    unitId: organisation.affiliateId,
    number: 1,
    title: 'Ungdomens representant',
    speaks: true,
    proposes: false,
    votes: false,
  }),
  audit: (input, output) => ({
    kind: 'body',
    id: input.bodyId,
    unitId: output.bodyUnitId,
    detail: { number: input.number },
  }),
  async run(context, { bodyId, unitId, number, title, ...input }) {
    const { db, now, organisationId, scope } = context
    const records = await lockBodies(db)
    const body = requireBody(records, scope, bodyId)
    if (body.validTo !== null) throw new Problem('notPossibleNow', { detail: 'body.ended' })
    const first = firstDay(input.from, today(now))
    if (first < body.validFrom) {
      throw new Problem('invalidInput', { issues: [{ path: ['from'], message: 'body.notThereThen' }] })
    }
    found(await db.selectFrom('organisation.unit').select('id').where('id', '=', unitId).executeTakeFirst())
    const { speaks, proposes, votes } = input
    const { affiliations } = await readAffiliates(db)
    requireNoRightFault(
      rightFault(affiliations, { unitId, bodyUnitId: body.unitId, day: first, speaks, proposes, votes }),
    )
    const roleKind = input.roleKind ?? 'ordinary'
    await requireRoleKind({ db }, roleKind)
    const seatId = newId()
    await db
      .insertInto('organisation.seat')
      .values({
        organisation_id: organisationId,
        id: seatId,
        body_id: bodyId,
        role_kind: roleKind,
        title: title ?? '',
        reference_unit_id: unitId,
        valid_from: first,
        position: records.seats.filter((seat) => seat.bodyId === bodyId).length,
      })
      .execute()
    const seat = { seatId, day: first }
    await numberSeat(context, [], {
      ...seat,
      number,
      namePublic: input.namePublic ?? false,
      contactAddress: '',
    })
    await writeSeatRight(context, [], {
      ...seat,
      speaks,
      proposes,
      votes,
      decision: input.decision ?? '',
    })
    return { seatId, bodyUnitId: body.unitId }
  },
})
