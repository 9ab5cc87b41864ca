import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { parentFault } from '../rules/unit-faults.ts'
import { beginUnit } from '../store/begin-unit.ts'
import { firstDay, requireNoFault } from '../store/change-unit.ts'
import { lockUnits, requireUnit } from '../store/read-units.ts'
import { fromDay, unitName } from './unit-shapes.ts'

/** Makes a unit under another, from today or an earlier day. */
export const createUnit = writeOperation({
  name: 'create-unit',
  summary: 'Create a unit below another, from today or an earlier day.',
  route: 'POST /units',
  policy: { allow: 'roles', roles: ['owner', 'registrar'] },
  input: z.object({ parentId: z.uuid(), kind: z.string().min(1).max(60), name: unitName, from: fromDay }),
  output: z.object({ unitId: z.uuid() }),
  example: ({ organisation }) => ({
    parentId: organisation.unitId,
    kind: 'association',
    name: 'Exempelbyns förening',
  }),
  audit: (input, output) => ({
    kind: 'unit',
    id: output.unitId,
    unitId: input.parentId,
    detail: { name: input.name, kind: input.kind },
  }),
  async run({ db, now, organisationId, scope }, { parentId, kind, name, from }) {
    const records = await lockUnits(db)
    const day = firstDay(from, today(now))
    requireUnit(records, scope, parentId, today(now))
    requireNoFault(parentFault(records, parentId, day))
    const unitId = await beginUnit({ db, organisationId, now, records }, { parentId, name, kind, day })
    return { unitId }
  },
})
