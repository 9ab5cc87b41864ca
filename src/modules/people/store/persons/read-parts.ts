import { sql } from 'kysely'
import { today } from '#platform/dates.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import type { PersonRecord } from '../../operations/persons/record-shape.ts'
import { consentChannels } from '../../operations/persons/record-shape.ts'
import { contactKinds } from '../../rules/contact.ts'
import { oneOf } from './one-of.ts'

type Reading = Pick<OperationContext, 'db'>
type Part<Name extends keyof PersonRecord> = NonNullable<PersonRecord[Name]>

/** Every way to reach somebody: those that lead there first, the preferred one of each kind before the others. */
export async function readContacts({ db }: Reading, personId: string): Promise<Part<'contacts'>> {
  const rows = await db
    .selectFrom('people.contact')
    .select([
      'id',
      'kind',
      'value',
      'care_of as careOf',
      'street',
      'postal_code as postalCode',
      'city',
      'country',
      'preferred',
      'verified_at as verifiedAt',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('person_id', '=', personId)
    .orderBy(sql`valid_to is not null`)
    .orderBy(sql`case kind when 'phone' then 0 when 'email' then 1 else 2 end`)
    .orderBy('preferred', 'desc')
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, kind: oneOf(contactKinds, row.kind) }))
}

/** What somebody has agreed to, and taken back; newest first. */
export async function readConsents({ db }: Reading, personId: string): Promise<Part<'consents'>> {
  const rows = await db
    .selectFrom('people.consent as consent')
    .innerJoin('people.consent_wording as wording', 'wording.id', 'consent.wording_id')
    .select([
      'consent.id',
      'wording.id as wordingId',
      'wording.purpose',
      'wording.version',
      'consent.channel',
      'consent.given_at as givenAt',
      'consent.given_through as givenThrough',
      'consent.expires_on as expiresOn',
      'consent.withdrawn_at as withdrawnAt',
    ])
    .where('consent.person_id', '=', personId)
    .orderBy(sql`consent.withdrawn_at is not null`)
    .orderBy('consent.given_at', 'desc')
    .orderBy('consent.id')
    .execute()
  return rows.map((row) => ({ ...row, channel: oneOf(consentChannels, row.channel) }))
}

/** The tags somebody carries, of the units that the caller reaches. */
export async function readTags({ db }: Reading, personId: string): Promise<Part<'tags'>> {
  return db
    .selectFrom('people.person_tag as carried')
    .innerJoin('people.tag as tag', 'tag.id', 'carried.tag_id')
    .select(['tag.id', 'tag.name', 'tag.unit_id as unitId', 'carried.since'])
    .where('carried.person_id', '=', personId)
    .where('tag.archived_at', 'is', null)
    .orderBy(sql`lower(tag.name)`)
    .execute()
}

/** What has been noted and not taken away, newest first. */
export async function readNotes({ db }: Reading, personId: string): Promise<Part<'notes'>> {
  return db
    .selectFrom('people.note')
    .select(['id', 'text', 'written_at as writtenAt', 'written_by_name as writtenByName'])
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** How somebody wants to take part, while the consent to keep it holds. */
export async function readEngagement(
  { db, now }: Reading & Pick<OperationContext, 'now'>,
  personId: string,
): Promise<PersonRecord['engagement']> {
  const day = today(now)
  const row = await db
    .selectFrom('people.engagement as engagement')
    .innerJoin('people.consent as consent', 'consent.id', 'engagement.consent_id')
    .select([
      'engagement.interests',
      'engagement.skills',
      'engagement.availability',
      'engagement.affiliations',
      'engagement.visibility',
      'engagement.consent_id as consentId',
      'engagement.valid_from as validFrom',
    ])
    .where('engagement.person_id', '=', personId)
    .where('engagement.valid_to', 'is', null)
    .where('engagement.replaced_at', 'is', null)
    .where('consent.withdrawn_at', 'is', null)
    .where((where) =>
      where.or([where('consent.expires_on', 'is', null), where('consent.expires_on', '>=', day)]),
    )
    .executeTakeFirst()
  return row ? { ...row, visibility: oneOf(['unit', 'district'], row.visibility) } : null
}
