import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { closeFault, newFault } from '../rules/unit-faults.ts'
import { nameOn } from '../rules/unit-history.ts'
import { dayBefore } from '../rules/unit-records.ts'
import { treeAsOf } from '../rules/unit-tree.ts'
import { beginUnit } from '../store/begin-unit.ts'
import { endUnit, firstDay, placeUnit, orHasMembers, requireNoFault } from '../store/change-unit.ts'
import { lockUnits, readUnits, requireUnit } from '../store/read-units.ts'
import { fromDay, unitName } from './unit-shapes.ts'

/**
 * Splits a unit: new ones of the same kind begin beside it from a day, with some of what was below it. It goes on
 * itself, or ends the day before; then nothing may be left below it.
 */
export const splitUnit = writeOperation({
  name: 'split-unit',
  summary: 'Split a unit: new ones begin beside it from a day, and it goes on or ends.',
  route: 'POST /units/{unitId}/split',
  policy: { allow: 'roles', roles: ['owner'] },
  input: z.object({
    unitId: z.uuid(),
    parts: z
      .array(z.object({ name: unitName, below: z.array(z.uuid()).max(1000).default([]) }))
      .min(1)
      .max(50),
    /** Does the unit itself go on? */
    goesOn: z.boolean(),
    from: fromDay,
  }),
  output: z.object({ name: z.string(), unitIds: z.array(z.uuid()) }),
  example: ({ organisation }) => ({
    unitId: organisation.branchUnitId,
    parts: [{ name: 'Östra föreningen' }, { name: 'Västra föreningen' }],
    goesOn: false,
  }),
  audit: (input, output) => ({
    kind: 'unit',
    id: input.unitId,
    unitId: input.unitId,
    detail: { name: output.name, count: output.unitIds.length },
  }),
  async run({ db, now, organisationId, scope }, { unitId, parts, goesOn, from }) {
    const records = await lockUnits(db)
    const day = firstDay(from, today(now))
    const moving = parts.flatMap((part) => part.below)
    for (const each of [unitId, ...moving]) requireUnit(records, scope, each, today(now))
    requireNoFault(newFault(records, unitId, day))
    const tree = treeAsOf(records, day)
    const unit = tree.find((each) => each.id === unitId)
    if (!unit?.parentId) throw new Problem('notPossibleNow', { detail: 'unit.isTop' })
    const below = tree.filter((each) => each.parentId === unitId)
    requireNoFault(moving.every((id) => below.some((each) => each.id === id)) ? null : 'unit.notBelow')
    const { parentId, kind } = unit
    const unitIds: string[] = []
    for (const part of parts) {
      const latest = await readUnits(db)
      const writing = { db, organisationId, now, records: latest }
      const partId = await beginUnit(writing, { parentId, kind, name: part.name, day })
      for (const child of new Set(part.below))
        await placeUnit(writing, { unitId: child, parentId: partId, day })
      await db
        .insertInto('organisation.unit_succession')
        .values({
          organisation_id: organisationId,
          from_unit_id: unitId,
          to_unit_id: partId,
          kind: 'split',
          day,
          recorded_at: now,
        })
        .execute()
      unitIds.push(partId)
    }
    if (!goesOn) {
      const latest = await readUnits(db)
      requireNoFault(closeFault(latest, unitId, dayBefore(day)))
      await orHasMembers(endUnit({ db, organisationId, now, records: latest }, unitId, dayBefore(day)))
    }
    return { name: nameOn(records, unitId, dayBefore(day)), unitIds }
  },
})
