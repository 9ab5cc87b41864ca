import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { unitReaders } from '../inside-roles.ts'
import { kindsOn, type KindFamily } from '../rules/kinds-as-of.ts'
import { readKindRecords } from '../store/kinds.ts'
import { bodyKindShape, roleKindShape } from './bodies/body-shapes.ts'
import { unitKindShape } from './unit-shapes.ts'

/** Which kinds of units, bodies and roles there were on a day, and what they were called then. */
export const listKinds = readOperation({
  name: 'list-kinds',
  summary: 'Kinds of units, bodies and roles as they were called on a day.',
  route: 'GET /kinds',
  policy: { allow: 'roles', roles: unitReaders, reach: 'organisation' },
  input: z.object({ asOf: z.iso.date().optional() }),
  output: z.object({
    asOf: z.iso.date(),
    unitKinds: z.array(unitKindShape),
    bodyKinds: z.array(bodyKindShape),
    roleKinds: z.array(roleKindShape),
  }),
  example: () => ({}),
  async run({ db, now }, { asOf }) {
    const day = asOf ?? today(now)
    const then = async (family: KindFamily) => kindsOn(await readKindRecords(db, family), day)
    return {
      asOf: day,
      unitKinds: (await then('unit')).map(({ marked, ...kind }) => ({ ...kind, beside: marked })),
      bodyKinds: (await then('body')).map(({ marked: _, ...kind }) => kind),
      roleKinds: (await then('role')).map(({ marked, ...kind }) => ({ ...kind, substitute: marked })),
    }
  },
})
