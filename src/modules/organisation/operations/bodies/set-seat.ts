import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { numberSeat, requireBody, requireRoleKind } from '../../store/bodies/change-body.ts'
import { lockBodies } from '../../store/bodies/read-bodies.ts'
import { firstDay } from '../../store/change-unit.ts'
import { fromDay } from '../unit-shapes.ts'
import { contactAddress } from './body-shapes.ts'

/** Makes a seat in a body, or says that there is another number of it from a day on. */
export const setSeat = writeOperation({
  name: 'set-seat',
  summary: 'Make a seat in a body, or change how many there are of it and what is public, from a day.',
  route: 'POST /bodies/{bodyId}/seats',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'secretary'] },
  input: z.object({
    bodyId: z.uuid(),
    /** Left out for a new seat. */
    seatId: z.uuid().optional(),
    roleKind: z.string().trim().min(1).max(60).optional(),
    title: z.string().trim().max(200).optional(),
    referenceUnitId: z.uuid().nullish(),
    number: z.number().int().min(1).max(1000),
    namePublic: z.boolean().optional(),
    contactAddress: contactAddress.optional(),
    from: fromDay,
  }),
  output: z.object({ seatId: z.uuid(), number: z.number().int() }),
  example: ({ organisation }) => ({ bodyId: organisation.bodyId, roleKind: 'ordinary', number: 5 }),
  audit: (input, output) => ({ kind: 'body', id: input.bodyId, detail: { number: output.number } }),
  async run(context, input) {
    const { db, now, organisationId, scope } = context
    const { bodyId, number } = input
    const records = await lockBodies(db)
    const body = requireBody(records, scope, bodyId)
    if (body.validTo !== null) throw new Problem('notPossibleNow', { detail: 'body.ended' })
    const day = firstDay(input.from, today(now))
    if (day < body.validFrom) {
      throw new Problem('invalidInput', { issues: [{ path: ['from'], message: 'body.notThereThen' }] })
    }
    if (input.seatId) {
      const seatId = input.seatId
      const seat = found(records.seats.find((each) => each.id === seatId && each.bodyId === bodyId))
      if (seat.validTo !== null) throw new Problem('notPossibleNow', { detail: 'seat.ended' })
      const rows = records.numbers.filter((row) => row.seatId === seatId)
      const before = found(rows.find((row) => row.validTo === null))
      await numberSeat(context, rows, {
        seatId,
        number,
        namePublic: input.namePublic ?? before.namePublic,
        contactAddress: input.contactAddress ?? before.contactAddress,
        day,
      })
      return { seatId, number }
    }
    const roleKind = input.roleKind ?? 'ordinary'
    await requireRoleKind({ db }, roleKind)
    if (input.referenceUnitId) {
      found(
        await db
          .selectFrom('organisation.unit')
          .select('id')
          .where('id', '=', input.referenceUnitId)
          .where('valid_to', 'is', null)
          .executeTakeFirst(),
      )
    }
    const seatId = newId()
    await db
      .insertInto('organisation.seat')
      .values({
        organisation_id: organisationId,
        id: seatId,
        body_id: bodyId,
        role_kind: roleKind,
        title: input.title ?? '',
        reference_unit_id: input.referenceUnitId ?? null,
        valid_from: day,
        position: records.seats.filter((seat) => seat.bodyId === bodyId).length,
      })
      .execute()
    await numberSeat(context, [], {
      seatId,
      number,
      namePublic: input.namePublic ?? false,
      contactAddress: input.contactAddress ?? '',
      day,
    })
    return { seatId, number }
  },
})
