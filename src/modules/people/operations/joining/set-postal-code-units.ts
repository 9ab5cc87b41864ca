import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { registrars } from '../../people-roles.ts'
import { requireReach } from '../../store/persons/require-reach.ts'

const code = z.string().regex(/^[1-9]\d{4}$/, 'join.postalCode')

/** Says which postal codes belong to a unit, in place of what was said before. */
export const setPostalCodeUnits = writeOperation({
  name: 'set-postal-code-units',
  summary: 'Say which postal codes belong to a unit, in place of what was said before.',
  route: 'PUT /people/postal-codes/{unitId}',
  policy: { allow: 'roles', roles: registrars },
  input: z.object({
    unitId: z.uuid(),
    ranges: z
      .array(
        z.object({ first: code, last: code }).refine(({ first, last }) => first <= last, {
          path: ['last'],
          message: 'postalCodes.order',
        }),
      )
      .max(2000),
  }),
  output: z.object({ ranges: z.int() }),
  example: ({ organisation }) => ({
    unitId: organisation.unitId,
    ranges: [{ first: '12300', last: '12399' }],
  }),
  audit: (input) => ({
    kind: 'unit',
    id: input.unitId,
    unitId: input.unitId,
    detail: { ranges: input.ranges.length },
  }),
  async run(context, { unitId, ranges }) {
    const { db, now, organisationId } = context
    requireReach(context, unitId)
    // The unit's row stands for its ranges: two who set them at once do so one after the other.
    found(
      await db
        .selectFrom('organisation.unit')
        .select('id')
        .where('id', '=', unitId)
        .forNoKeyUpdate()
        .executeTakeFirst(),
    )
    await db
      .updateTable('people.unit_postal_code')
      .set({ ended_at: now })
      .where('unit_id', '=', unitId)
      .where('ended_at', 'is', null)
      .execute()
    if (ranges.length > 0) {
      await db
        .insertInto('people.unit_postal_code')
        .values(
          ranges.map(({ first, last }) => ({
            organisation_id: organisationId,
            id: newId(),
            unit_id: unitId,
            first_code: first,
            last_code: last,
            recorded_at: now,
          })),
        )
        .execute()
    }
    return { ranges: ranges.length }
  },
})
