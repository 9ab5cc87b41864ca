import type { Kysely } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { newId } from '#platform/identifiers.ts'
import type { PersonFacts } from '../rules/lists/facts.ts'

/** Writes a person's facts as rows, past every rule. */
export async function writePersonFacts(
  owner: Kysely<Tables>,
  organisationId: string,
  wordingId: string,
  person: PersonFacts,
) {
  const now = new Date('2026-01-01T00:00:00Z')
  const shield = { organisation_id: organisationId, person_id: person.id, home_unit_id: person.homeUnitId }
  await owner
    .insertInto('people.person')
    .values({
      organisation_id: organisationId,
      id: person.id,
      home_unit_id: person.homeUnitId,
      given_name: 'Prov',
      family_name: 'Provsson',
      given_key: 'prov',
      family_key: 'provsson',
      birth_date: person.birthDate,
      language: person.language,
      languages: [...person.languages],
      source: person.source,
      lawful_basis: 'membership',
      created_at: now,
    })
    .execute()
  for (const each of person.memberships) {
    const membership = {
      ...shield,
      id: newId(),
      unit_id: each.unitId,
      kind: each.kind,
      status: each.status,
      valid_from: each.from,
      valid_to: each.to,
      paid_until: each.paidUntil,
      recorded_at: now,
    }
    await owner.insertInto('people.membership').values(membership).execute()
    // What another row took the place of is asked for by nobody.
    const replaced = {
      ...membership,
      id: newId(),
      status: 'active',
      valid_from: '2020-01-01',
      replaced_at: now,
    }
    await owner.insertInto('people.membership').values(replaced).execute()
  }
  for (const { kind, postalCode, city } of person.contacts) {
    const contact = {
      ...shield,
      id: newId(),
      kind,
      value: 'x',
      postal_code: postalCode,
      city,
      valid_from: '2026-01-01',
      recorded_at: now,
    }
    await owner.insertInto('people.contact').values(contact).execute()
  }
  for (const tagId of person.tagIds) {
    await owner
      .insertInto('people.person_tag')
      .values({ ...shield, tag_id: tagId, since: now })
      .execute()
  }
  for (const { fieldId, value } of person.fields) {
    const row = {
      ...shield,
      id: newId(),
      field_id: fieldId,
      value,
      valid_from: '2026-01-01',
      recorded_at: now,
    }
    await owner.insertInto('people.field_value').values(row).execute()
  }
  for (const { id, channel, expiresOn } of person.consents) {
    const consent = { ...shield, id, wording_id: wordingId, channel, given_at: now, given_through: 'form' }
    await owner
      .insertInto('people.consent')
      .values({ ...consent, expires_on: expiresOn })
      .execute()
  }
  for (const { bodyId, standing, from, to } of person.roles) {
    const seat = { organisation_id: organisationId, id: newId(), body_id: bodyId }
    await owner
      .insertInto('organisation.seat')
      .values({ ...seat, role_kind: 'member', valid_from: '2020-01-01', position: 0 })
      .execute()
    const held = { ...shield, id: newId(), seat_id: seat.id, body_id: bodyId, standing }
    await owner
      .insertInto('people.role_term')
      .values({ ...held, valid_from: from, valid_to: to, recorded_at: now })
      .execute()
  }
  for (const { publicBodyId, seatKind, from, to } of person.mandates) {
    const held = { ...shield, id: newId(), public_body_id: publicBodyId, seat_kind: seatKind }
    await owner
      .insertInto('people.public_mandate')
      .values({ ...held, valid_from: from, valid_to: to, recorded_at: now })
      .execute()
  }
  for (const { kind, name, consentId } of person.affiliations) {
    const told = { ...shield, id: newId(), kind, name, consent_id: consentId, valid_from: '2026-01-01' }
    await owner
      .insertInto('people.affiliation')
      .values({ ...told, recorded_at: now, recorded_by_name: 'Prov' })
      .execute()
  }
  if (!person.engagement) return
  const { interests, skills, affiliations, visibility, consentId } = person.engagement
  await owner
    .insertInto('people.engagement')
    .values({
      ...shield,
      id: newId(),
      interests: [...interests],
      skills: [...skills],
      affiliations: [...affiliations],
      visibility,
      consent_id: consentId,
      valid_from: '2026-01-01',
      recorded_at: now,
      recorded_by_name: 'Prov',
    })
    .execute()
}
