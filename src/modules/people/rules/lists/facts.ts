import type { AffiliationKind } from '../affiliations/kinds.ts'
import type { MembershipKind, Standing } from '../membership.ts'
import type { FieldType } from '../persons/field-value.ts'

/** What is known of a person, as far as lists ask for it: the same rows as in the database, without those replaced. */
export type PersonFacts = {
  id: string
  homeUnitId: string
  birthDate: string | null
  language: string
  languages: readonly string[]
  source: string
  memberships: readonly {
    unitId: string
    kind: MembershipKind
    status: Standing
    from: string
    to: string | null
    paidUntil: string | null
  }[]
  /** Ways that lead to the person now. */
  contacts: readonly { kind: 'email' | 'phone' | 'address'; postalCode: string; city: string }[]
  tagIds: readonly string[]
  fields: readonly { fieldId: string; value: string }[]
  /** Not withdrawn. */
  consents: readonly { id: string; purpose: string; channel: string; expiresOn: string | null }[]
  roles: readonly { bodyId: string; standing: 'ordinary' | 'substitute'; from: string; to: string | null }[]
  mandates: readonly {
    publicBodyId: string
    seatKind: 'ordinary' | 'deputy'
    from: string
    to: string | null
  }[]
  /** The pages they joined through. */
  campaignIds: readonly string[]
  affiliations: readonly { kind: AffiliationKind; name: string; consentId: string }[]
  engagement: {
    interests: readonly string[]
    skills: readonly string[]
    affiliations: readonly string[]
    visibility: 'unit' | 'district'
    consentId: string
  } | null
}

/** What else must be known to answer a query. */
export type World = {
  /** `YYYY-MM-DD` */
  today: string
  /** A unit and all below it. */
  unitsBelow(unitId: string): ReadonlySet<string>
  fieldType(fieldId: string): FieldType | null
  /** Who is in another list. */
  inList(listId: string): ReadonlySet<string>
  /** Is the unit one of those that the caller answers for? */
  reaches(unitId: string): boolean
  /** The lot of a person in a draw: the same text for the same seed and person. */
  lot(seed: string, personId: string): string
}
