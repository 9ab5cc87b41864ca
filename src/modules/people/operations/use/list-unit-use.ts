import { sql } from 'kysely'
import { z } from 'zod'
import { listUnits } from '#modules/organisation/index.ts'
import { startOfDay, today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { daysAfter } from '../../rules/days.ts'
import { activeDays, lastUseOf, lastUses, stateOfUse, statesOfUse } from '../../rules/use/unit-use.ts'

/**
 * Which units use the office: whether anybody they trust has signed in or done anything these thirty days, and what came of their
 * welcomes. Of single persons it says nothing: neither who, nor what, nor when.
 */
export const listUnitUse = readOperation({
  name: 'list-unit-use',
  summary: 'Which units within reach have an active workspace these thirty days, and how their welcomes go.',
  route: 'GET /people/units/use',
  policy: organiserPolicy,
  input: z.object({}),
  output: z.object({
    asOf: z.iso.date(),
    days: z.int(),
    counts: z.record(z.enum(statesOfUse), z.int()),
    units: z.array(
      z.object({
        unitId: z.uuid(),
        name: z.string(),
        depth: z.int(),
        state: z.enum(statesOfUse),
        trusted: z
          .int()
          .describe('Who keep its register or organise there; those of units above not counted'),
        lastUse: z.enum(lastUses),
        welcomed: z.int().describe('New members met these days'),
        waiting: z.int().describe('New members to be met'),
        overdue: z.int(),
      }),
    ),
  }),
  example: () => ({}),
  async run(context) {
    const { db, now, scope } = context
    const day = today(now)
    const since = startOfDay(daysAfter(day, -activeDays))
    const { units } = await listUnits.run(context, {}, undefined)
    const { rows } = await sql<{ unitId: string; trusted: number; active: number; lastUsed: string | null }>`
      select unit_id as "unitId", trusted, active, last_used as "lastUsed"
      from people.use_of_units(${since}, ${day}::date)`.execute(db)
    const used = new Map(rows.map((row) => [row.unitId, row]))
    const { rows: tasks } = await sql<{ unitId: string; welcomed: number; waiting: number; overdue: number }>`
      select unit_id as "unitId", count(*) filter (where contacted_at >= ${since})::integer as welcomed,
        count(*) filter (where state in ('open', 'tried'))::integer as waiting,
        count(*) filter (where state in ('open', 'tried') and due_on < ${day}::date)::integer as overdue
      from people.welcome_task group by unit_id`.execute(db)
    const welcomes = new Map(tasks.map((row) => [row.unitId, row]))
    const shown = units
      .filter((unit) => unit.validTo === null && (scope === 'organisation' || scope.includes(unit.id)))
      .map((unit) => {
        const { trusted, active, lastUsed } = used.get(unit.id) ?? { trusted: 0, active: 0, lastUsed: null }
        const { welcomed, waiting, overdue } = welcomes.get(unit.id) ?? {
          welcomed: 0,
          waiting: 0,
          overdue: 0,
        }
        return {
          unitId: unit.id,
          name: unit.name,
          depth: unit.depth,
          state: stateOfUse({ trusted, active }),
          trusted,
          lastUse: lastUseOf(lastUsed, day),
          welcomed,
          waiting,
          overdue,
        }
      })
    const count = (state: (typeof statesOfUse)[number]) => shown.filter((unit) => unit.state === state).length
    return {
      asOf: day,
      days: activeDays,
      counts: { active: count('active'), quiet: count('quiet'), nobody: count('nobody') },
      units: shown,
    }
  },
})
