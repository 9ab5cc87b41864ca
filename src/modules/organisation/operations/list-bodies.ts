import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { insideRoles } from '../inside-roles.ts'

/** Boards, council groups and committees as they stood on a day. */
export const listBodies = readOperation({
  name: 'list-bodies',
  summary: 'Bodies of the organisation (boards, groups, committees) as they stood on a day.',
  route: 'GET /bodies',
  policy: { allow: 'roles', roles: insideRoles, reach: 'organisation' },
  input: z.object({ asOf: z.iso.date().optional() }),
  output: z.object({
    bodies: z.array(z.object({ id: z.uuid(), unitId: z.uuid(), kind: z.string(), name: z.string() })),
  }),
  example: () => ({}),
  async run({ db, now }, { asOf }) {
    const day = asOf ?? today(now)
    const rows = await db
      .selectFrom('organisation.body')
      .select(['id', 'unit_id', 'kind', 'name'])
      .where('valid_from', '<=', day)
      .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
      .orderBy('name')
      .execute()
    return { bodies: rows.map(({ unit_id, ...body }) => ({ ...body, unitId: unit_id })) }
  },
})
