import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { unitReaders } from '../inside-roles.ts'
import { bodiesOn } from '../rules/bodies/bodies-as-of.ts'
import { namesOf } from '../rules/search-units.ts'
import { historyOf } from '../rules/unit-history.ts'
import { asToldOn } from '../rules/unit-records.ts'
import { treeAsOf } from '../rules/unit-tree.ts'
import { readBodies } from '../store/bodies/read-bodies.ts'
import { bodyKindsOn, unitKindsOn } from '../store/kinds.ts'
import { readUnits } from '../store/read-units.ts'
import { bodyKindShape, bodyShape } from './bodies/body-shapes.ts'
import { unitKindShape, unitShape } from './unit-shapes.ts'

const otherUnit = z.object({ id: z.uuid(), name: z.string() })

/**
 * One unit as it stood on a day, with what it lay under, what lay below it, its bodies then, and all that has happened
 * to it. A unit that has ended is shown as it stood on its last day, unless a day is given.
 */
export const getUnit = readOperation({
  name: 'get-unit',
  summary: 'One unit as it stood on a day: its path, what is below it, its bodies and its history.',
  route: 'GET /units/{unitId}',
  policy: { allow: 'roles', roles: unitReaders, reach: 'organisation' },
  input: z.object({ unitId: z.uuid(), asOf: z.iso.date().optional() }),
  output: z.object({
    asOf: z.iso.date(),
    unit: unitShape,
    /** From the top unit down to the one it lies under. */
    path: z.array(otherUnit),
    below: z.array(unitShape),
    /** Each after the one it lies under. */
    bodies: z.array(bodyShape),
    bodyKinds: z.array(bodyKindShape),
    aliases: z.array(z.string()),
    history: z.array(
      z.object({
        day: z.iso.date(),
        what: z.enum([
          'began',
          'renamed',
          'kindChanged',
          'moved',
          'ended',
          'reopened',
          'mergedInto',
          'received',
          'splitInto',
          'splitFrom',
        ]),
        name: z.string(),
        kind: z.string().nullable(),
        otherUnitId: z.uuid().nullable(),
      }),
    ),
    kinds: z.array(unitKindShape),
  }),
  example: ({ organisation }) => ({ unitId: organisation.unitId }),
  async run({ db, now }, { unitId, asOf }) {
    const records = await readUnits(db)
    const { validTo } = found(records.units.find((unit) => unit.id === unitId))
    const current = today(now)
    const day = asOf ?? (validTo !== null && validTo < current ? validTo : current)
    const tree = treeAsOf(records, day)
    const unit = tree.find((each) => each.id === unitId)
    if (!unit) throw new Problem('notFound', { detail: 'unit.notThereThen' })
    const path = []
    for (let above = unit.parentId; above;) {
      const next = found(tree.find((each) => each.id === above))
      path.unshift({ id: next.id, name: next.name })
      above = next.parentId
    }
    const at = tree.indexOf(unit)
    const end = tree.findIndex((each, index) => index > at && each.depth <= unit.depth)
    const names = records.names.filter((row) => row.validFrom <= day)
    const bodies = bodiesOn(await readBodies(db), day).filter((body) => body.unitId === unitId)
    return {
      asOf: day,
      unit: asToldOn(unit, day, current),
      path,
      below: tree.slice(at + 1, end === -1 ? undefined : end).map((each) => asToldOn(each, day, current)),
      bodies: bodies.map((body) => asToldOn(body, day, current)),
      bodyKinds: await bodyKindsOn(db, day),
      aliases: namesOf(asOf === undefined ? records : { ...records, names }, unitId, day)
        .filter((each) => !each.current)
        .map((each) => each.name),
      history: historyOf(records, unitId).filter((event) => asOf === undefined || event.day <= asOf),
      kinds: await unitKindsOn(db, day),
    }
  },
})
