import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { moveFault } from '../rules/unit-faults.ts'
import { nameOn } from '../rules/unit-history.ts'
import { firstDay, placeUnit, requireNoFault } from '../store/change-unit.ts'
import { lockUnits, requireUnit } from '../store/read-units.ts'
import { fromDay } from './unit-shapes.ts'

/**
 * Lays a unit, with all that is below it, under another one. Who is trusted above it is from then on somebody else,
 * so the mover must be trusted both with the unit and with where it goes.
 */
export const moveUnit = writeOperation({
  name: 'move-unit',
  summary: 'Move a unit, with everything below it, under another one from a day.',
  route: 'POST /units/{unitId}/place',
  policy: { allow: 'roles', roles: ['owner'] },
  input: z.object({ unitId: z.uuid(), parentId: z.uuid(), from: fromDay }),
  output: z.object({ name: z.string(), parentName: z.string() }),
  example: ({ organisation }) => ({
    unitId: organisation.branchUnitId,
    parentId: organisation.otherUnitId,
  }),
  audit: (input, output) => ({ kind: 'unit', id: input.unitId, unitId: input.unitId, detail: output }),
  async run({ db, now, organisationId, scope }, { unitId, parentId, from }) {
    const records = await lockUnits(db)
    const day = firstDay(from, today(now))
    requireUnit(records, scope, unitId, today(now))
    requireUnit(records, scope, parentId, today(now))
    requireNoFault(moveFault(records, { unitId, parentId, day }))
    await placeUnit({ db, organisationId, now, records }, { unitId, parentId, day })
    return { name: nameOn(records, unitId, day), parentName: nameOn(records, parentId, day) }
  },
})
