import { sql } from 'kysely'
import { z } from 'zod'
import { roles } from '#platform/access/roles.ts'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { organisers } from '../../people-roles.ts'
import { rolesIn } from '../../rules/persons/seen-by.ts'
import { hiddenCounts } from '../../rules/small-counts.ts'

/**
 * How many members each unit had on a day, with all below it; nobody is counted twice in a unit, however many
 * memberships. Counts of 1 to 4 are told only to those who keep the register or organise there: which party somebody
 * belongs to is theirs to tell (GDPR art. 9).
 */
export const countMembers = readOperation({
  name: 'count-members',
  summary: 'How many members each unit had on a day, with those below it; counts under 5 are kept back.',
  route: 'GET /people/member-counts',
  policy: { allow: 'roles', roles, reach: 'organisation' },
  input: z.object({ asOf: z.iso.date().optional().describe('Today when it is left out') }),
  output: z.object({
    asOf: z.iso.date(),
    units: z.array(
      z.object({
        unitId: z.uuid(),
        parentId: z.uuid().nullable(),
        name: z.string(),
        /** How many units lie above it; units stand right after the one they lie under. */
        depth: z.number().int(),
        /** Null when it is kept back. */
        members: z.number().int().nullable(),
        hidden: z
          .enum(['small', 'beside'])
          .nullable()
          .describe('Under 5 (`<5`), or kept back because a small count beside it could be worked out'),
      }),
    ),
  }),
  example: () => ({ asOf: '2026-06-30' }),
  async run(context, { asOf }) {
    const { db, now, actor } = context
    const day = asOf ?? today(now)
    const { rows } = await sql<{ unitId: string; parentId: string | null; name: string; count: number }>`
      select unit_id as "unitId", parent_id as "parentId", name, members as count
      from people.member_counts(${day}::date)`.execute(db)
    const hidden = hiddenCounts(rows)
    return {
      asOf: day,
      units: inTree(rows).map(({ unitId, parentId, name, depth, count }) => {
        const knows = rolesIn(actor, [unitId]).some((role) =>
          (organisers as readonly string[]).includes(role),
        )
        const kept = knows ? null : (hidden.get(unitId) ?? null)
        return { unitId, parentId, name, depth, members: kept ? null : count, hidden: kept }
      }),
    }
  },
})

type Counted = { unitId: string; parentId: string | null; name: string; count: number }

/** Units right after the one they lie under, those beside one another by name as they came. */
function inTree(units: readonly Counted[]): (Counted & { depth: number })[] {
  const byParent = Map.groupBy(units, (unit) => unit.parentId)
  const below = (parentId: string | null, depth: number): (Counted & { depth: number })[] =>
    (byParent.get(parentId) ?? []).flatMap((unit) => [{ ...unit, depth }, ...below(unit.unitId, depth + 1)])
  return below(null, 0)
}
