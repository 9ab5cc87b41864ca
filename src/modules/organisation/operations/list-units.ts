import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { today } from '#platform/dates.ts'
import { insideRoles } from '../inside-roles.ts'

/** The organisation's units as they stood on a day, parents before children. */
export const listUnits = readOperation({
  name: 'list-units',
  summary: 'Units of the organisation as they stood on a day.',
  route: 'GET /units',
  policy: { allow: 'roles', roles: insideRoles, reach: 'organisation' },
  input: z.object({ asOf: z.iso.date().optional() }),
  output: z.object({
    units: z.array(
      z.object({
        id: z.uuid(),
        parentId: z.uuid().nullable(),
        kind: z.string(),
        name: z.string(),
        slug: z.string(),
      }),
    ),
  }),
  example: () => ({}),
  async run({ db, now }, { asOf }) {
    const day = asOf ?? today(now)
    const rows = await db
      .selectFrom('organisation.unit')
      .select(['id', 'parent_id', 'kind', 'name', 'slug'])
      .where('valid_from', '<=', day)
      .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
      .orderBy('parent_id', (order) => order.asc().nullsFirst())
      .orderBy('name')
      .execute()
    return { units: rows.map(({ parent_id, ...unit }) => ({ ...unit, parentId: parent_id })) }
  },
})
