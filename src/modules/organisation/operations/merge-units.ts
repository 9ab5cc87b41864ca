import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { mergeFault } from '../rules/unit-faults.ts'
import { nameOn } from '../rules/unit-history.ts'
import { dayBefore } from '../rules/unit-records.ts'
import { endUnit, firstDay, placeUnit, requireNoFault } from '../store/change-unit.ts'
import { lockUnits, requireUnit } from '../store/read-units.ts'
import { fromDay } from './unit-shapes.ts'

/**
 * Lets a unit go up in another from a day: what is below it comes to lie under that one, and the other is found by its
 * names. What the unit had written is from then on reached by those who are trusted with the other.
 */
export const mergeUnits = writeOperation({
  name: 'merge-units',
  summary: 'Let a unit go up in another from a day; what is below it follows, and its names lead there.',
  route: 'POST /units/{unitId}/merger',
  policy: { allow: 'roles', roles: ['owner'] },
  input: z.object({ unitId: z.uuid(), intoUnitId: z.uuid(), from: fromDay }),
  output: z.object({ name: z.string(), intoName: z.string() }),
  example: ({ organisation }) => ({
    unitId: organisation.branchUnitId,
    intoUnitId: organisation.otherUnitId,
  }),
  audit: (input, output) => ({ kind: 'unit', id: input.unitId, unitId: input.intoUnitId, detail: output }),
  async run({ db, now, organisationId, scope }, { unitId, intoUnitId, from }) {
    const records = await lockUnits(db)
    const day = firstDay(from, today(now))
    requireUnit(records, scope, unitId, today(now))
    requireUnit(records, scope, intoUnitId, today(now))
    requireNoFault(mergeFault(records, { unitId, intoUnitId, day }))
    const lastDay = dayBefore(day)
    const changedLater = [...records.places, ...records.names].some(
      (row) => row.unitId === unitId && row.validFrom > lastDay,
    )
    requireNoFault(changedLater ? 'unit.changedLater' : null)
    const writing = { db, organisationId, now, records }
    const below = records.places.filter((row) => row.parentId === unitId && row.validTo === null)
    for (const child of below) await placeUnit(writing, { unitId: child.unitId, parentId: intoUnitId, day })
    // Written first: its members follow it, and a unit that has members does not end.
    await db
      .insertInto('organisation.unit_succession')
      .values({
        organisation_id: organisationId,
        from_unit_id: unitId,
        to_unit_id: intoUnitId,
        kind: 'merge',
        day,
        recorded_at: now,
      })
      .execute()
    await endUnit(writing, unitId, lastDay)
    // Scope follows the merger: its history still says where the unit lay.
    await db
      .updateTable('organisation.unit')
      .set({ parent_id: intoUnitId })
      .where('id', '=', unitId)
      .execute()
    return { name: nameOn(records, unitId, lastDay), intoName: nameOn(records, intoUnitId, day) }
  },
})
