import { sql, type Kysely } from 'kysely'
import { roles, type Role } from '#platform/access/roles.ts'
import { today } from '#platform/dates.ts'
import type { Tables } from '#platform/database/tables.ts'
import { newId } from '#platform/identifiers.ts'

/** The invented people of the demo, one a role. Their names say that nobody has them. */
const people: Record<Role, string> = {
  owner: 'Asta Exempelsson',
  registrar: 'Bosse Påhittström',
  organiser: 'Cilla Låtsaslund',
  secretary: 'Disa Provberg',
  board: 'Edvin Exempelgren',
  auditor: 'Frida Påhittkvist',
  elected: 'Gösta Låtsasholm',
  caller: 'Hilda Provström',
  member: 'Ivar Exempelqvist',
  applicant: 'Jorun Påhittdal',
}

/**
 * Makes one account a role in the demo organisation. Nobody can sign in to them but by the demo's own buttons:
 * they have no password, and their addresses are of a domain that never gets any mail. Doing it again makes
 * nothing twice.
 * @param application the database that owns the tables, and the clock
 * @returns the account of each role
 */
export async function makeDemoAccounts(
  application: { database: { owner: Kysely<Tables> }; host: { now(): Date } },
  organisationId: string,
  unitId: string,
): Promise<Record<Role, string>> {
  const { owner } = application.database
  const now = application.host.now()
  return owner.transaction().execute(async (db) => {
    const demo = await db
      .selectFrom('organisation.organisation')
      .select('id')
      .where('id', '=', organisationId)
      .where('is_demo', '=', true)
      .executeTakeFirst()
    if (!demo) throw new Error('Invented people are only made in the demo organisation.')
    const made: Partial<Record<Role, string>> = {}
    for (const role of roles) {
      const held = await demoAccount(db, organisationId, role)
      made[role] = held ?? (await makePerson(db, { organisationId, unitId, role, now }))
    }
    return made as Record<Role, string>
  })
}

async function makePerson(
  db: Kysely<Tables>,
  { organisationId, unitId, role, now }: { organisationId: string; unitId: string; role: Role; now: Date },
): Promise<string> {
  const userId = newId()
  await db
    .insertInto('account.user')
    .values({
      id: userId,
      name: people[role],
      email: `${role}@demo.example.org`,
      emailVerified: true,
      isDemo: true,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  await db
    .insertInto('organisation.role_grant')
    .values({
      organisation_id: organisationId,
      id: newId(),
      user_id: userId,
      role,
      unit_id: unitId,
      valid_from: today(now),
      granted_at: now,
    })
    .execute()
  return userId
}

/** The invented person who has a role in the demo; null when there is none, or the organisation is a real one. */
export async function demoAccount(
  owner: Kysely<Tables>,
  organisationId: string,
  role: Role,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select person."id"
    from organisation.role_grant held
    join organisation.organisation organisation on organisation.id = held.organisation_id and organisation.is_demo
    join account."user" person on person."id" = held.user_id and person."isDemo"
    where held.organisation_id = ${organisationId} and held.role = ${role} and held.ended_at is null
    order by held.granted_at limit 1`.execute(owner)
  return rows[0]?.id ?? null
}
