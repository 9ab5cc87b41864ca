import { today } from '#platform/dates.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { consentHolds } from '../../rules/privacy/consent-holds.ts'
import { affiliationWording, readAffiliations } from '../affiliations/affiliations.ts'

/** The own record, as the own page shows it; null when there is none with this id for the caller. */
export async function readOwnRecord(context: OperationContext, personId: string) {
  const { db, now, language } = context
  const person = await db
    .selectFrom('people.person as person')
    .innerJoin('organisation.unit as unit', 'unit.id', 'person.home_unit_id')
    .select([
      'person.id',
      'person.given_name as givenName',
      'person.family_name as familyName',
      'person.birth_date as birthDate',
      'person.language',
      'person.accessibility',
      'person.lawful_basis as lawfulBasis',
      'person.protected',
      'person.home_unit_id as homeUnitId',
      'unit.name as homeUnitName',
    ])
    .where('person.id', '=', personId)
    .executeTakeFirst()
  if (!person) return null
  const contacts = await db
    .selectFrom('people.contact')
    .select(['id', 'kind', 'value', 'preferred', 'verified_at as verifiedAt', 'valid_from as validFrom'])
    .where('person_id', '=', personId)
    .where('valid_to', 'is', null)
    .orderBy('kind')
    .orderBy('preferred', 'desc')
    .orderBy('recorded_at')
    .execute()
  const memberships = await db
    .selectFrom('people.membership as membership')
    .innerJoin('organisation.unit as unit', 'unit.id', 'membership.unit_id')
    .select([
      'membership.id',
      'membership.unit_id as unitId',
      'unit.name as unitName',
      'membership.kind',
      'membership.status',
      'membership.valid_from as validFrom',
      'membership.valid_to as validTo',
      'membership.paid_until as paidUntil',
    ])
    .where('membership.person_id', '=', personId)
    .where('membership.replaced_at', 'is', null)
    .orderBy('membership.valid_from', 'desc')
    .orderBy('membership.kind')
    .execute()
  const given = await db
    .selectFrom('people.consent as consent')
    .innerJoin('people.consent_wording as wording', 'wording.id', 'consent.wording_id')
    .select([
      'consent.id',
      'consent.wording_id as wordingId',
      'wording.purpose',
      'wording.version',
      'wording.swedish',
      'wording.english',
      'consent.channel',
      'consent.given_at as givenAt',
      'consent.given_through as givenThrough',
      'consent.expires_on as expiresOn',
      'consent.withdrawn_at as withdrawnAt',
    ])
    .where('consent.person_id', '=', personId)
    .orderBy('consent.given_at', 'desc')
    .execute()
  const day = today(now)
  const consents = given.map(({ swedish, english, ...each }) => ({
    ...each,
    words: language === 'sv' ? swedish : english,
    holds: consentHolds(each, day),
  }))
  const wordings = await db
    .selectFrom('people.consent_wording')
    .select(['id', 'purpose', 'swedish', 'english'])
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
    .distinctOn('purpose')
    .orderBy('purpose')
    .orderBy('version', 'desc')
    .execute()
  const agreed = new Set(consents.filter(({ holds }) => holds).map(({ purpose }) => purpose))
  const erasure = await db
    .selectFrom('people.erasure_request')
    .select(['id', 'state', 'asked_at as askedAt', 'reason'])
    .where('person_id', '=', personId)
    .orderBy('asked_at', 'desc')
    .executeTakeFirst()
  const feed = await db
    .selectFrom('people.calendar_feed')
    .select('made_at')
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  const homes = await db
    .selectFrom('organisation.unit as unit')
    .innerJoin('organisation.unit_kind as kind', 'kind.key', 'unit.kind')
    .select(['unit.id', 'unit.name'])
    .where('kind.beside', '=', false)
    .where('unit.valid_from', '<=', day)
    .where((where) => where.or([where('unit.valid_to', 'is', null), where('unit.valid_to', '>=', day)]))
    .orderBy('unit.name')
    .execute()
  const affiliationWords = await affiliationWording(context)
  return {
    ...person,
    affiliations: await readAffiliations(context, personId),
    affiliationWords: affiliationWords ? affiliationWords[language === 'sv' ? 'swedish' : 'english'] : null,
    contacts,
    memberships,
    consents,
    offered: wordings
      .filter(({ purpose }) => !agreed.has(purpose))
      .map((each) => ({
        wordingId: each.id,
        purpose: each.purpose,
        words: language === 'sv' ? each.swedish : each.english,
      })),
    erasure: erasure ?? null,
    calendarSince: feed?.made_at ?? null,
    homes,
  }
}
