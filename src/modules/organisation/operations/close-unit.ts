import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { closeFault } from '../rules/unit-faults.ts'
import { nameOn } from '../rules/unit-history.ts'
import { endUnit, firstDay, orHasMembers, requireNoFault } from '../store/change-unit.ts'
import { lockUnits, requireUnit } from '../store/read-units.ts'

/** Gives a unit its last day, and its bodies with it. Nothing is removed; not while there are units below it. */
export const closeUnit = writeOperation({
  name: 'close-unit',
  summary: 'Close a unit after a last day; refused while there are units below it. Nothing is removed.',
  route: 'POST /units/{unitId}/close',
  policy: { allow: 'roles', roles: ['owner'] },
  input: z.object({ unitId: z.uuid(), lastDay: z.iso.date().optional() }),
  output: z.object({ name: z.string(), lastDay: z.iso.date() }),
  example: ({ organisation }) => ({ unitId: organisation.branchUnitId }),
  audit: (input, output) => ({ kind: 'unit', id: input.unitId, unitId: input.unitId, detail: output }),
  async run({ db, now, organisationId, scope }, { unitId, lastDay }) {
    const records = await lockUnits(db)
    const day = firstDay(lastDay, today(now), 'lastDay')
    requireUnit(records, scope, unitId, today(now))
    requireNoFault(closeFault(records, unitId, day))
    await orHasMembers(endUnit({ db, organisationId, now, records }, unitId, day))
    return { name: nameOn(records, unitId, day), lastDay: day }
  },
})
