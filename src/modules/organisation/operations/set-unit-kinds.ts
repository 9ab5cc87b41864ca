import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { defaultUnitKinds } from '../rules/unit-kinds.ts'
import { writeKinds } from '../store/kinds.ts'
import { lockUnits } from '../store/read-units.ts'
import { unitKindShape } from './unit-shapes.ts'

/** Says which kinds of units the organisation has and what it calls them, in its order. */
export const setUnitKinds = writeOperation({
  name: 'set-unit-kinds',
  summary: 'Say which kinds of units there are and what they are called; a kind in use stays.',
  route: 'PUT /unit-kinds',
  policy: { allow: 'roles', roles: ['owner'], heldIn: 'topUnit' },
  input: z.object({
    kinds: z
      .array(unitKindShape)
      .min(1)
      .max(50)
      .refine((kinds) => new Set(kinds.map((kind) => kind.key)).size === kinds.length, 'unitKind.twice'),
  }),
  output: z.object({ count: z.number().int() }),
  example: () => ({ kinds: [...defaultUnitKinds] }),
  audit: (_, output) => ({ kind: 'unitKind', id: null, detail: { count: output.count } }),
  async run({ db, organisationId, now }, { kinds }) {
    const { names } = await lockUnits(db)
    const kept = new Set(kinds.map((kind) => kind.key))
    const missing = names.find((row) => !kept.has(row.kind))
    if (missing) {
      throw new Problem('notPossibleNow', { detail: 'unitKind.inUse', params: { kind: missing.kind } })
    }
    const named = kinds.map(({ beside, ...kind }) => ({ ...kind, marked: beside }))
    await writeKinds({ db, organisationId, now }, 'unit', named, today(now))
    return { count: kinds.length }
  },
})
