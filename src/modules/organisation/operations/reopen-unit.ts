import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { nameOn } from '../rules/unit-history.ts'
import { reopenFault } from '../rules/unit-faults.ts'
import { firstDay, reopenUnitRows, requireNoFault } from '../store/change-unit.ts'
import { lockUnits, requireUnit } from '../store/read-units.ts'
import { fromDay } from './unit-shapes.ts'

/** Lets a closed unit go on from a day, where it lay and as it was called. The days between stay without it. */
export const reopenUnit = writeOperation({
  name: 'reopen-unit',
  summary: 'Let a closed unit go on from a day, where it lay; the days between stay without it.',
  route: 'POST /units/{unitId}/reopen',
  policy: { allow: 'roles', roles: ['owner'] },
  input: z.object({ unitId: z.uuid(), from: fromDay }),
  output: z.object({ name: z.string(), from: z.iso.date() }),
  example: ({ organisation }) => ({ unitId: organisation.closedUnitId }),
  audit: (input, output) => ({ kind: 'unit', id: input.unitId, unitId: input.unitId, detail: output }),
  async run({ db, now, organisationId, scope }, { unitId, from }) {
    const records = await lockUnits(db)
    const day = firstDay(from, today(now))
    requireUnit(records, scope, unitId, today(now))
    requireNoFault(reopenFault(records, unitId, day))
    const { validTo } = found(records.units.find((unit) => unit.id === unitId))
    await reopenUnitRows({ db, organisationId, now, records }, unitId, { lastDay: found(validTo), day })
    return { name: nameOn(records, unitId, day), from: day }
  },
})
