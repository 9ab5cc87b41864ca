import type { Insertable } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { newId } from '#platform/identifiers.ts'
import { addressLine, type Address } from '../rules/contact.ts'
import type { MembershipKind, Standing } from '../rules/membership.ts'
import { searchKey } from '../rules/names.ts'

export type NewContact = { preferred?: boolean; verifiedAt?: Date | null } & (
  | { kind: 'email' | 'phone'; value: string }
  | { kind: 'address'; address: Address }
)

export type NewMembership = {
  unitId: string
  kind: MembershipKind
  status: Standing
  /** `YYYY-MM-DD`. */
  from: string
  to?: string | null
  paidUntil?: string | null
  reason?: string
}

/** A person as they come into the register, everything already read and found right by the rules. */
export type NewPerson = {
  id?: string
  /** The unit that keeps the record: the home unit of a member. */
  homeUnitId: string
  protected?: boolean
  givenName: string
  familyName: string
  birthDate?: string | null
  /** `19121212-1212` */
  personalNumber?: string | null
  language?: 'sv' | 'en'
  languages?: string[]
  accessibility?: string
  lawfulBasis: 'membership' | 'application' | 'consent' | 'contract' | 'legalObligation' | 'publicRole'
  contacts?: readonly NewContact[]
  memberships?: readonly NewMembership[]
}

/** What the rows are made with. */
export type RowMaker = {
  organisationId: string
  now: Date
  /** `YYYY-MM-DD`, the day it is. */
  day: string
  /** Where it came from, in a word: `import`, `join`, `by hand`. */
  source: string
  byName: string
  runId?: string | null
  seal(text: string): string
  hash(text: string): string
}

export type PersonRows = {
  person: Insertable<Tables['people.person']>
  contacts: Insertable<Tables['people.contact']>[]
  memberships: Insertable<Tables['people.membership']>[]
}

/** What a personal number is recognised by without being read. */
export function personalNumberMark(number: string): string {
  return `personal number ${number}`
}

/** The rows a new person is kept in. Nothing is written. */
export function personRows(person: NewPerson, maker: RowMaker): PersonRows {
  const { organisationId, now, day, source, runId = null } = maker
  const id = person.id ?? newId()
  const shield = {
    organisation_id: organisationId,
    person_id: id,
    home_unit_id: person.homeUnitId,
    protected: person.protected ?? false,
  }
  return {
    person: {
      organisation_id: organisationId,
      id,
      home_unit_id: person.homeUnitId,
      protected: person.protected ?? false,
      given_name: person.givenName,
      family_name: person.familyName,
      given_key: searchKey(person.givenName),
      family_key: searchKey(person.familyName),
      birth_date: person.birthDate ?? null,
      personal_number_sealed: person.personalNumber ? maker.seal(person.personalNumber) : null,
      personal_number_hash: person.personalNumber
        ? maker.hash(personalNumberMark(person.personalNumber))
        : null,
      language: person.language ?? 'sv',
      languages: person.languages ?? [],
      accessibility: person.accessibility ?? '',
      source,
      lawful_basis: person.lawfulBasis,
      created_at: now,
      created_by_name: maker.byName,
      run_id: runId,
    },
    contacts: (person.contacts ?? []).map((contact) => ({
      ...shield,
      ...contactColumns(contact),
      id: newId(),
      preferred: contact.preferred ?? false,
      verified_at: contact.verifiedAt ?? null,
      valid_from: day,
      source,
      recorded_at: now,
      run_id: runId,
    })),
    memberships: (person.memberships ?? []).map((membership) => ({
      ...shield,
      id: newId(),
      unit_id: membership.unitId,
      kind: membership.kind,
      status: membership.status,
      valid_from: membership.from,
      valid_to: membership.to ?? null,
      paid_until: membership.paidUntil ?? null,
      reason: membership.reason ?? '',
      source,
      recorded_at: now,
      run_id: runId,
    })),
  }
}

/** The columns that say what a contact is. */
export function contactColumns(contact: NewContact) {
  if (contact.kind !== 'address') return { kind: contact.kind, value: contact.value }
  const { address } = contact
  return {
    kind: contact.kind,
    value: addressLine(address),
    care_of: address.careOf,
    street: address.street,
    postal_code: address.postalCode,
    city: address.city,
    country: address.country,
  }
}
