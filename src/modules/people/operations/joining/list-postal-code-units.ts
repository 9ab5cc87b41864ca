import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { registrars } from '../../people-roles.ts'
import { readJoinUnits } from '../../store/joining/units.ts'

/** The caller's units tied to an address, with the postal codes that belong to each. */
export const listPostalCodeUnits = readOperation({
  name: 'list-postal-code-units',
  summary: "The postal codes that belong to each of the caller's units.",
  route: 'GET /people/postal-codes',
  policy: { allow: 'roles', roles: registrars },
  input: z.object({}),
  output: z.object({
    units: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        depth: z.int(),
        ranges: z.array(z.object({ first: z.string(), last: z.string() })),
      }),
    ),
  }),
  example: () => ({}),
  async run({ db, now, scope }) {
    const units = await readJoinUnits(db, today(now))
    const ranges = await db
      .selectFrom('people.unit_postal_code')
      .select(['unit_id', 'first_code', 'last_code'])
      .where('ended_at', 'is', null)
      .orderBy('first_code')
      .execute()
    const byUnit = Map.groupBy(ranges, (range) => range.unit_id)
    return {
      units: units
        .filter(({ id, beside }) => !beside && (scope === 'organisation' || scope.includes(id)))
        .map(({ id, name, depth }) => ({
          id,
          name,
          depth,
          ranges: (byUnit.get(id) ?? []).map((range) => ({
            first: range.first_code,
            last: range.last_code,
          })),
        })),
    }
  },
})
