import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { parentFault } from '../rules/unit-faults.ts'
import { treeAsOf } from '../rules/unit-tree.ts'
import { beginUnit } from '../store/begin-unit.ts'
import { firstDay, placeUnit, requireNoFault } from '../store/change-unit.ts'
import { lockUnits, requireUnit } from '../store/read-units.ts'
import { fromDay, unitName } from './unit-shapes.ts'

/** Puts a new unit between one and some of those right below it: a circle between a district and its associations. */
export const insertUnitLayer = writeOperation({
  name: 'insert-unit-layer',
  summary: 'Put a new unit between a unit and some of those right below it (a circle among associations).',
  route: 'POST /units/{unitId}/layer',
  policy: { allow: 'roles', roles: ['owner'] },
  input: z.object({
    unitId: z.uuid(),
    name: unitName,
    kind: z.string().min(1).max(60),
    below: z.array(z.uuid()).min(1).max(1000),
    from: fromDay,
  }),
  output: z.object({ unitId: z.uuid() }),
  example: ({ organisation }) => ({
    unitId: organisation.unitId,
    name: 'Norra kretsen',
    kind: 'circle',
    below: [organisation.branchUnitId],
  }),
  audit: (input, output) => ({
    kind: 'unit',
    id: output.unitId,
    unitId: input.unitId,
    detail: { name: input.name, count: input.below.length },
  }),
  async run({ db, now, organisationId, scope }, { unitId: parentId, name, kind, below, from }) {
    const records = await lockUnits(db)
    const day = firstDay(from, today(now))
    for (const unitId of [parentId, ...below]) requireUnit(records, scope, unitId, today(now))
    requireNoFault(parentFault(records, parentId, day))
    const right = treeAsOf(records, day).filter((unit) => unit.parentId === parentId)
    requireNoFault(below.every((id) => right.some((unit) => unit.id === id)) ? null : 'unit.notBelow')
    const writing = { db, organisationId, now, records }
    const unitId = await beginUnit(writing, { parentId, name, kind, day })
    for (const child of new Set(below)) await placeUnit(writing, { unitId: child, parentId: unitId, day })
    return { unitId }
  },
})
