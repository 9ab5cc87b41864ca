import { sql } from 'kysely'
import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { shownAreas } from '../../rules/growth/areas.ts'
import { countReaders, day } from './growth-shapes.ts'

const count = z.number().int().nullable().describe('Null when it is kept back')

/**
 * How many members of a unit live where, by postal code, on a day. Counts under five are kept back from everybody, and with them
 * what they could be worked out from: the table can be shown and printed.
 */
export const countMembersByArea = readOperation({
  name: 'count-members-by-area',
  summary: 'How many members of a unit live in each postal-code area on a day; small counts are kept back.',
  route: 'GET /people/growth/{unitId}/areas',
  policy: countReaders,
  input: z.object({ unitId: z.uuid(), asOf: day.optional() }),
  output: z.object({
    asOf: day,
    unitName: z.string(),
    areas: z.array(
      z.object({
        /** The first two figures of the postal code; empty where it is not known. */
        area: z.string(),
        members: count,
        inside: z.array(z.object({ area: z.string(), members: count })),
      }),
    ),
  }),
  example: ({ organisation }) => ({ unitId: organisation.unitId }),
  async run({ db, now, scope }, { unitId, asOf }) {
    const unit = found(
      await db.selectFrom('organisation.unit').select('name').where('id', '=', unitId).executeTakeFirst(),
    )
    if (scope !== 'organisation' && !scope.includes(unitId)) throw new Problem('notFound')
    const then = asOf ?? today(now)
    const { rows } = await sql<{ area: string; members: number }>`
      select area, members from people.area_counts(${unitId}::uuid, ${then}::date)`.execute(db)
    return { asOf: then, unitName: unit.name, areas: shownAreas(rows) }
  },
})
