import { newId } from '#platform/identifiers.ts'
import type { Application } from '../../../application.ts'
import { searchKey } from '../rules/names.ts'

export type NewMember = { personId: string; membershipId: string; email: string }

/** Writes a member at home in a unit, with an address, a note, an event and a consent, all with a word of their own in them. */
export async function newMember(
  application: Application,
  organisationId: string,
  unitId: string,
  word: string,
): Promise<NewMember> {
  const { owner } = application.database
  const now = application.host.now()
  const [personId, membershipId, wordingId] = [newId(), newId(), newId()]
  const email = `${word}@example.org`
  const shield = { organisation_id: organisationId, person_id: personId, home_unit_id: unitId }
  const number = '19850101-2384'
  await owner
    .insertInto('people.person')
    .values({
      organisation_id: organisationId,
      id: personId,
      home_unit_id: unitId,
      given_name: `Förnamn${word}`,
      family_name: `Efternamn${word}`,
      given_key: searchKey(`Förnamn${word}`),
      family_key: searchKey(`Efternamn${word}`),
      personal_number_sealed: application.services.sealer.seal(number),
      personal_number_hash: application.services.keyedHash(`personal number ${number} ${word}`),
      accessibility: `Ramp ${word}`,
      source: `fil ${word}`,
      lawful_basis: 'membership',
      created_at: now,
    })
    .execute()
  const dated = { ...shield, valid_from: '2024-01-15', recorded_at: now }
  await owner
    .insertInto('people.membership')
    .values({
      ...dated,
      id: membershipId,
      unit_id: unitId,
      kind: 'home',
      status: 'active',
      paid_until: '2026-12-31',
      reason: `skäl ${word}`,
    })
    .execute()
  await owner
    .insertInto('people.contact')
    .values({ ...dated, id: newId(), kind: 'email', value: email, verified_at: now })
    .execute()
  await owner
    .insertInto('people.note')
    .values({ ...shield, id: newId(), text: `Anteckning ${word}`, written_at: now, written_by_name: 'Någon' })
    .execute()
  await owner
    .insertInto('people.event')
    .values({
      ...shield,
      id: newId(),
      at: now,
      kind: 'created',
      detail: JSON.stringify({ source: word }),
      by_name: 'Någon',
    })
    .execute()
  await owner
    .insertInto('people.consent_wording')
    .values({
      organisation_id: organisationId,
      id: wordingId,
      purpose: `purpose-${wordingId.slice(-6)}`,
      version: 1,
      swedish: 'Jag vill ha brev.',
      english: 'I want letters.',
      valid_from: '2024-01-01',
      recorded_at: now,
    })
    .execute()
  await owner
    .insertInto('people.consent')
    .values({
      ...shield,
      id: newId(),
      wording_id: wordingId,
      channel: 'email',
      given_at: now,
      given_through: `blankett ${word}`,
    })
    .execute()
  return { personId, membershipId, email }
}

/** Ties an account to a person, past the mailed link. */
export async function linkAccount(
  application: Application,
  organisationId: string,
  userId: string,
  personId: string,
): Promise<void> {
  await application.database.owner
    .insertInto('people.account_link')
    .values({ organisation_id: organisationId, user_id: userId, person_id: personId, linked_at: new Date() })
    .execute()
}
