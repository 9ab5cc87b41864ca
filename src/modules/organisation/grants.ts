import { sql, type Kysely } from 'kysely'
import type { Grant } from '#platform/access/actor.ts'
import { roles, type Role } from '#platform/access/roles.ts'
import { today } from '#platform/dates.ts'
import type { Tables } from '#platform/database/tables.ts'

/** The organisations a person belongs to today, and with what trust. */
export type Belonging = {
  organisationId: string
  organisationSlug: string
  organisationName: string
  grants: Grant[]
}

/**
 * Reads a person's grants of today in every organisation, each with the units it covers. Runs as the owner of
 * the tables, because it is what decides who the caller is to row-level security.
 */
export async function belongingsOf(
  database: Kysely<Tables>,
  userId: string,
  now: Date,
): Promise<Belonging[]> {
  const day = today(now)
  const { rows } = await sql<{
    organisation_id: string
    slug: string
    name: string
    role: string
    unit_ids: string[]
    top: boolean
    lent: boolean
  }>`
    select role_grant.organisation_id, organisation.slug, organisation.name, role_grant.role,
      array(select organisation.units_below(role_grant.organisation_id, role_grant.unit_id)) as unit_ids,
      held_in.parent_id is null as top, role_grant.lent_from is not null as lent
    from organisation.role_grant role_grant
    join organisation.unit held_in
      on held_in.organisation_id = role_grant.organisation_id and held_in.id = role_grant.unit_id
    left join organisation.role_grant lending
      on lending.organisation_id = role_grant.organisation_id and lending.id = role_grant.lent_from
    join organisation.organisation organisation on organisation.id = role_grant.organisation_id
    where role_grant.user_id = ${userId}
      and role_grant.valid_from <= ${day} and (role_grant.valid_to is null or role_grant.valid_to >= ${day})
      and (role_grant.ended_at is null or role_grant.ended_at > ${now})
      -- What is lent ends with the lender's own grant.
      and (role_grant.lent_from is null or (
        lending.valid_from <= ${day} and (lending.valid_to is null or lending.valid_to >= ${day})
        and (lending.ended_at is null or lending.ended_at > ${now})))
    order by organisation.is_demo, organisation.created_at, role_grant.granted_at`.execute(database)
  const belongings = new Map<string, Belonging>()
  for (const row of rows) {
    const belonging = belongings.get(row.organisation_id) ?? {
      organisationId: row.organisation_id,
      organisationSlug: row.slug,
      organisationName: row.name,
      grants: [],
    }
    if (isRole(row.role)) {
      belonging.grants.push({
        role: row.role,
        unitIds: row.unit_ids,
        ...(row.top ? { top: true } : {}),
        ...(row.lent ? { lent: true } : {}),
      })
    }
    belongings.set(row.organisation_id, belonging)
  }
  return [...belongings.values()]
}

function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text)
}
