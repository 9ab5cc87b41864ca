import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { today } from '#platform/dates.ts'
import { unitReaders } from '../inside-roles.ts'
import { asToldOn } from '../rules/unit-records.ts'
import { treeAsOf } from '../rules/unit-tree.ts'
import { unitKindsOn } from '../store/kinds.ts'
import { readUnits } from '../store/read-units.ts'
import { unitKindShape, unitShape } from './unit-shapes.ts'

/** The organisation's units as they stood on a day, parents before children, and what their kinds are called. */
export const listUnits = readOperation({
  name: 'list-units',
  summary: 'Units of the organisation as they stood on a day.',
  route: 'GET /units',
  policy: { allow: 'roles', roles: unitReaders, reach: 'organisation' },
  input: z.object({ asOf: z.iso.date().optional() }),
  output: z.object({ asOf: z.iso.date(), units: z.array(unitShape), kinds: z.array(unitKindShape) }),
  example: () => ({}),
  async run({ db, now }, { asOf }) {
    const day = asOf ?? today(now)
    const units = treeAsOf(await readUnits(db), day).map((unit) => asToldOn(unit, day, today(now)))
    return { asOf: day, units, kinds: await unitKindsOn(db, day) }
  },
})
