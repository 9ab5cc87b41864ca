import { sql, type Insertable, type Kysely } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { daysAfter } from '../rules/days.ts'

const skills = ['ljud och ljus', 'skriva', 'körkort', 'fotografera', 'leda möten', 'laga mat för många']
const interests = ['bostäder', 'kollektivtrafik', 'skola', 'klimat', 'vård']
const most = 90

/**
 * Writes how members who came the last two years, but not the last weeks, have gone on: an application, somebody who met them,
 * for some what they want to do, for fewer a network. The same each time for the same members.
 */
export async function writeJourneys(
  owner: Kysely<Tables>,
  { organisationId, unitId, now }: { organisationId: string; unitId: string; now: Date },
): Promise<void> {
  const [page, wording, network] = await Promise.all([
    owner
      .selectFrom('people.join_page')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('unit_id', '=', unitId)
      .executeTakeFirst(),
    owner
      .selectFrom('people.consent_wording')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('purpose', '=', 'engagement')
      .executeTakeFirst(),
    owner
      .selectFrom('organisation.body')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('kind', '=', 'network')
      .orderBy('name')
      .executeTakeFirst(),
  ])
  if (!page || !wording) return
  const { rows: members } = await sql<{ id: string; homeUnitId: string; unitId: string; from: string }>`
    select person.id, person.home_unit_id as "homeUnitId", home.unit_id as "unitId", home.valid_from as "from"
    from people.person person
    join lateral (
      select membership.unit_id, membership.valid_from from people.membership membership
      where membership.organisation_id = person.organisation_id and membership.person_id = person.id
        and membership.kind = 'home' and membership.status = 'active' and membership.replaced_at is null
      order by membership.valid_from limit 1
    ) home on true
    where person.organisation_id = ${organisationId} and not person.protected and person.merged_into is null
      and home.valid_from between ${daysAfter(today(now), -730)}::date and ${daysAfter(today(now), -45)}::date
      and not exists (
        select from people.application application
        where application.organisation_id = person.organisation_id and application.person_id = person.id)
    order by home.valid_from desc, person.id limit ${most}`.execute(owner)

  const applications: Insertable<Tables['people.application']>[] = []
  const tasks: Insertable<Tables['people.welcome_task']>[] = []
  const consents: Insertable<Tables['people.consent']>[] = []
  const engagements: Insertable<Tables['people.engagement']>[] = []
  const networkers: Insertable<Tables['people.body_member']>[] = []
  for (const [at, member] of members.entries()) {
    const shield = {
      organisation_id: organisationId,
      person_id: member.id,
      home_unit_id: member.homeUnitId,
      protected: false,
    }
    const on = (days: number) => new Date(`${daysAfter(member.from, days)}T12:00:00Z`)
    const applicationId = newId()
    applications.push({
      organisation_id: organisationId,
      id: applicationId,
      page_id: page.id,
      unit_id: member.unitId,
      state: 'approved',
      given_name: '',
      family_name: '',
      given_key: '',
      family_key: '',
      email: '',
      phone: '',
      street: '',
      postal_code: '',
      city: '',
      country: '',
      language: 'sv',
      message: '',
      source: at % 3 === 0 ? 'torgmöte' : 'webben',
      mark: newId(),
      token_hash: newId(),
      applied_at: on(-1 - (at % 4)),
      confirmed_at: on(-1 - (at % 4)),
      expires_at: on(3),
      // Those of the same day were approved in one stroke.
      decided_at: on(0),
      decided_by_name: 'Bosse Påhittström',
      person_id: member.id,
    })
    // Most are met within the week, some later, one in eight never.
    const met = at % 8 === 7 ? null : on(1 + ((at * 5) % 11))
    tasks.push({
      ...shield,
      id: newId(),
      unit_id: member.unitId,
      application_id: applicationId,
      created_at: on(0),
      due_on: daysAfter(member.from, 7),
      state: met ? 'contacted' : 'closed',
      channel: 'phone',
      outcome: met ? 'reached' : 'declined',
      tries: 1,
      first_tried_at: met ?? on(6),
      contacted_at: met,
    })
    if (met && at % 2 === 0) {
      const consentId = newId()
      const told = on(9 + ((at * 7) % 25))
      consents.push({
        ...shield,
        id: consentId,
        wording_id: wording.id,
        channel: 'any',
        given_at: told,
        given_through: 'welcome',
        expires_on: daysAfter(today(told), 730),
      })
      engagements.push({
        ...shield,
        id: newId(),
        interests: [interests[at % interests.length]!],
        skills: [skills[at % skills.length]!, ...(at % 3 === 0 ? [skills[(at + 2) % skills.length]!] : [])],
        availability: at % 4 === 0 ? 'kvällar och helger' : '',
        visibility: at % 4 === 0 ? 'district' : 'unit',
        consent_id: consentId,
        valid_from: today(told),
        recorded_at: told,
        recorded_by_name: 'Cilla Låtsaslund',
      })
    }
    const joined = daysAfter(member.from, 40 + ((at * 11) % 90))
    if (network && at % 5 === 0 && joined <= today(now)) {
      networkers.push({ ...shield, id: newId(), body_id: network.id, valid_from: joined, recorded_at: now })
    }
  }
  if (applications.length > 0) await owner.insertInto('people.application').values(applications).execute()
  if (tasks.length > 0) await owner.insertInto('people.welcome_task').values(tasks).execute()
  if (consents.length > 0) await owner.insertInto('people.consent').values(consents).execute()
  for (const engagement of engagements) {
    // Some have told it before.
    await owner
      .insertInto('people.engagement')
      .values(engagement)
      .onConflict((row) => row.doNothing())
      .execute()
  }
  for (const networker of networkers) {
    await owner
      .insertInto('people.body_member')
      .values(networker)
      .onConflict((row) => row.doNothing())
      .execute()
  }
}
