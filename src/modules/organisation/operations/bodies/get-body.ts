import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { unitReaders } from '../../inside-roles.ts'
import { bodiesOn, seatsOn } from '../../rules/bodies/bodies-as-of.ts'
import { nameOn } from '../../rules/unit-history.ts'
import { asToldOn, holdsOn, type Dated } from '../../rules/unit-records.ts'
import { readBodies } from '../../store/bodies/read-bodies.ts'
import { readMandateSources, readPublicBodies } from '../../store/bodies/read-public-bodies.ts'
import { bodyKindsOn, roleKindsOn } from '../../store/kinds.ts'
import { readUnits } from '../../store/read-units.ts'
import { bodyKindShape, bodyShape, publicBodyShape, roleKindShape, seatShape } from './body-shapes.ts'

/**
 * One body as it stood on a day, with its seats, the bodies under it, what has been changed, and its activity. One that
 * has ended is shown as it stood on its last day, unless a day is given.
 */
export const getBody = readOperation({
  name: 'get-body',
  summary: 'One body as it stood on a day: its seats, the bodies under it, its history and activity.',
  route: 'GET /bodies/{bodyId}',
  policy: { allow: 'roles', roles: unitReaders, reach: 'organisation' },
  input: z.object({ bodyId: z.uuid(), asOf: z.iso.date().optional() }),
  output: z.object({
    asOf: z.iso.date(),
    body: bodyShape,
    unitName: z.string(),
    parent: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    below: z.array(bodyShape),
    /** The other bodies of its unit, which it may lie under. */
    beside: z.array(bodyShape),
    seats: z.array(seatShape),
    /** What it had been until then, the newest first. */
    history: z.array(
      z.object({
        validFrom: z.iso.date(),
        validTo: z.iso.date().nullable(),
        name: z.string(),
        kind: z.string(),
      }),
    ),
    activity: z.array(z.object({ day: z.iso.date(), what: z.string() })),
    /** The public bodies whose mandates make members of it. */
    sources: z.array(publicBodyShape),
    bodyKinds: z.array(bodyKindShape),
    roleKinds: z.array(roleKindShape),
  }),
  example: ({ organisation }) => ({ bodyId: organisation.bodyId }),
  async run({ db, now }, { bodyId, asOf }) {
    const records = await readBodies(db)
    const { validTo, unitId } = found(records.bodies.find((body) => body.id === bodyId))
    const current = today(now)
    const day = asOf ?? (validTo !== null && validTo < current ? validTo : current)
    const told = <Row extends Dated>(row: Row) => asToldOn(row, day, current)
    const there = bodiesOn(records, day)
    const body = there.find((each) => each.id === bodyId)
    if (!body) throw new Problem('notFound', { detail: 'body.notThereThen' })
    const sources = new Set(
      (await readMandateSources(db))
        .filter((source) => source.bodyId === bodyId && holdsOn(source, day))
        .map((source) => source.publicBodyId),
    )
    const parent = there.find((each) => each.id === body.parentId)
    const activity = await db
      .selectFrom('organisation.body_activity')
      .select(['day', 'what'])
      .where('body_id', '=', bodyId)
      .where('day', '<=', day)
      .orderBy('day', 'desc')
      .orderBy('recorded_at', 'desc')
      .limit(50)
      .execute()
    return {
      asOf: day,
      body: told(body),
      unitName: nameOn(await readUnits(db), unitId, day),
      parent: parent ? { id: parent.id, name: parent.name } : null,
      below: there.filter((each) => each.parentId === bodyId).map(told),
      beside: there.filter((each) => each.unitId === unitId && each.id !== bodyId).map(told),
      seats: seatsOn(records, day).filter((seat) => seat.bodyId === bodyId),
      history: records.facts
        .filter((fact) => fact.bodyId === bodyId && (asOf === undefined || fact.validFrom <= asOf))
        .toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))
        .map((fact) => ({
          validFrom: fact.validFrom,
          validTo: asToldOn(fact, day, current).validTo,
          name: fact.name,
          kind: fact.kind,
        })),
      activity,
      sources: (await readPublicBodies(db, day)).filter((each) => sources.has(each.id)).map(told),
      bodyKinds: await bodyKindsOn(db, day),
      roleKinds: await roleKindsOn(db, day),
    }
  },
})
