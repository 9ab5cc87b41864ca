import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { nameOn } from '../rules/unit-history.ts'
import { treeAsOf } from '../rules/unit-tree.ts'
import { requireKind } from '../store/begin-unit.ts'
import { firstDay, nameUnit } from '../store/change-unit.ts'
import { lockUnits, requireUnit } from '../store/read-units.ts'
import { fromDay, unitName } from './unit-shapes.ts'

/** Gives a unit another name, another kind, or both, from a day. It is still found by what it was called. */
export const renameUnit = writeOperation({
  name: 'rename-unit',
  summary: 'Give a unit another name or kind from a day; it is still found by its earlier names.',
  route: 'POST /units/{unitId}/name',
  policy: { allow: 'roles', roles: ['owner', 'registrar'] },
  input: z.object({
    unitId: z.uuid(),
    name: unitName,
    kind: z.string().min(1).max(60).optional(),
    from: fromDay,
  }),
  output: z.object({ before: z.string() }),
  example: ({ organisation }) => ({ unitId: organisation.branchUnitId, name: 'Nya namnets förening' }),
  audit: (input, output) => ({
    kind: 'unit',
    id: input.unitId,
    unitId: input.unitId,
    detail: { before: output.before, name: input.name },
  }),
  async run({ db, now, organisationId, scope }, { unitId, name, kind, from }) {
    const records = await lockUnits(db)
    const day = firstDay(from, today(now))
    requireUnit(records, scope, unitId, today(now))
    const tree = treeAsOf(records, today(now))
    const unit = tree.find((each) => each.id === unitId)
    if (!unit) throw new Problem('notPossibleNow', { detail: 'unit.ended' })
    if (kind !== undefined && kind !== unit.kind) await requireKind({ db }, kind)
    const taken = tree.some(
      (each) =>
        each.id !== unitId &&
        each.parentId === unit.parentId &&
        each.name.toLocaleLowerCase('sv') === name.toLocaleLowerCase('sv'),
    )
    if (taken) throw new Problem('invalidInput', { issues: [{ path: ['name'], message: 'unit.exists' }] })
    await nameUnit({ db, organisationId, now, records }, { unitId, name, kind: kind ?? unit.kind, day })
    return { before: nameOn(records, unitId, day) }
  },
})
