import { sql } from 'kysely'
import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { registerPolicy } from '../../people-roles.ts'
import { membershipKinds, standings } from '../../rules/membership.ts'
import { oneOf } from '../../store/persons/one-of.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { personsIn } from '../persons-in.ts'
import { cursorOf, placeOf, registerCursor } from './register-cursor.ts'
import { unitName } from './record-shape.ts'

/**
 * Who belonged to a unit and those below on a day, and how each stood then. Those who have moved out of the caller's
 * reach since are counted by `count-members`, but not named.
 */
export const listMembers = personalReadOperation({
  name: 'list-members',
  summary: 'Members of a unit and those below it as of a day, with how each stood on that day.',
  route: 'GET /people/units/{unitId}/members',
  policy: registerPolicy,
  input: z.object({
    unitId: z.uuid(),
    asOf: z.iso.date().optional().describe('Today when it is left out'),
    standings: z.array(z.enum(standings)).min(1).default(['active']),
    after: registerCursor.optional(),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  output: z.object({
    asOf: z.iso.date(),
    members: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        unit: unitName,
        kind: z.enum(membershipKinds),
        status: z.enum(standings),
        since: z.iso.date(),
      }),
    ),
    next: z.string().nullable(),
  }),
  example: ({ organisation }) => ({ unitId: organisation.unitId, asOf: '2026-06-30' }),
  audit: ({ unitId }, { asOf, members }) => ({
    kind: 'unit',
    id: unitId,
    unitId,
    aboutPersonIds: personsIn(members),
    detail: { asOf, count: members.length },
  }),
  async run(context, { unitId, asOf, standings: asked, after, limit }) {
    requireReach(context, unitId)
    const { db, organisationId, now } = context
    const day = asOf ?? today(now)
    const place = after ? placeOf(after) : null
    const later = place
      ? sql`and (person.family_order, person.given_order, membership.id) > (${place.familyOrder}, ${place.givenOrder}, ${place.id}::uuid)`
      : sql``
    // Asked for beforehand: knowing which units, the database knows whether most persons are in them or a few.
    const below = await sql<{ id: string }>`
      select unit_id as id from people.units_below_on(${unitId}, ${day}::date)`.execute(db)
    const units = below.rows.map(({ id }) => id)
    const { rows } = await sql<{
      id: string
      personId: string
      name: string
      familyOrder: string
      givenOrder: string
      unitId: string
      unit: string
      kind: string
      status: string
      since: string
    }>`
      select membership.id, person.id as "personId", trim(person.given_name || ' ' || person.family_name) as name,
        person.family_order as "familyOrder", person.given_order as "givenOrder", membership.unit_id as "unitId",
        unit.name as unit, membership.kind, membership.status, membership.valid_from as since
      from people.membership membership
      join people.person person on person.organisation_id = membership.organisation_id and person.id = membership.person_id
      join organisation.unit unit on unit.organisation_id = membership.organisation_id and unit.id = membership.unit_id
      where membership.organisation_id = ${organisationId} and membership.replaced_at is null
        and membership.unit_id = any (${units}::uuid[])
        and membership.valid_from <= ${day}::date
        and (membership.valid_to is null or membership.valid_to >= ${day}::date)
        and membership.status = any (${asked}::text[])
        and person.merged_into is null and person.erased_at is null ${later}
      order by person.family_order, person.given_order, membership.id
      limit ${limit + 1}`.execute(db)
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      asOf: day,
      members: shown.map((row) => ({
        personId: row.personId,
        name: row.name,
        unit: { id: row.unitId, name: row.unit },
        kind: oneOf(membershipKinds, row.kind),
        status: oneOf(standings, row.status),
        since: row.since,
      })),
      next: rows.length > limit && last ? cursorOf(last) : null,
    }
  },
})
