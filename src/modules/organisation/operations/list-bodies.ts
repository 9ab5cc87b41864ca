import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { unitReaders } from '../inside-roles.ts'
import { bodiesOn, seatsOn } from '../rules/bodies/bodies-as-of.ts'
import { asToldOn } from '../rules/unit-records.ts'
import { lastActivities, readBodies } from '../store/bodies/read-bodies.ts'
import { bodyKindsOn, roleKindsOn } from '../store/kinds.ts'
import { bodyKindShape, bodyShape, roleKindShape, seatShape } from './bodies/body-shapes.ts'

/** Highest meetings, boards, groups, networks and the seats in them, as they stood on a day. */
export const listBodies = readOperation({
  name: 'list-bodies',
  summary:
    'Bodies of the organisation (meetings, boards, groups, networks) and their seats, as they stood on a day.',
  route: 'GET /bodies',
  policy: { allow: 'roles', roles: unitReaders, reach: 'organisation' },
  input: z.object({ asOf: z.iso.date().optional(), unitId: z.uuid().optional() }),
  output: z.object({
    asOf: z.iso.date(),
    /** Each after the one it lies under. */
    bodies: z.array(
      bodyShape.extend({
        /** Its last day of activity; null when none has been noted. */
        lastActive: z.iso.date().nullable(),
        seats: z.array(seatShape),
      }),
    ),
    bodyKinds: z.array(bodyKindShape),
    roleKinds: z.array(roleKindShape),
  }),
  example: () => ({}),
  async run({ db, now }, { asOf, unitId }) {
    const day = asOf ?? today(now)
    const records = await readBodies(db)
    const seats = Map.groupBy(seatsOn(records, day), (seat) => seat.bodyId)
    const active = await lastActivities(db, day)
    return {
      asOf: day,
      bodies: bodiesOn(records, day)
        .filter((body) => !unitId || body.unitId === unitId)
        .map((body) => ({
          ...asToldOn(body, day, today(now)),
          lastActive: active.get(body.id) ?? null,
          seats: seats.get(body.id) ?? [],
        })),
      bodyKinds: await bodyKindsOn(db, day),
      roleKinds: await roleKindsOn(db, day),
    }
  },
})
