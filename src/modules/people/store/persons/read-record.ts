import { sql } from 'kysely'
import type { OperationContext } from '#platform/operations/context.ts'
import { found } from '#platform/operations/problem.ts'
import { membershipKinds, standings, belonging } from '../../rules/membership.ts'
import { maskedPersonalNumber } from '../../rules/personal-number.ts'
import { rolesIn } from '../../rules/persons/seen-by.ts'
import { visibleParts, type RecordPart } from '../../rules/visible-parts.ts'
import type { PersonRecord } from '../../operations/persons/record-shape.ts'
import { readAffiliations } from '../affiliations/affiliations.ts'
import { oneOf } from './one-of.ts'
import { readContacts, readConsents, readEngagement, readNotes, readTags } from './read-parts.ts'
import { readFields } from './read-fields.ts'
import { readTimeline } from './read-timeline.ts'

/**
 * A person's record with the parts that the caller's trust in the units concerned reaches: the unit that keeps the
 * record, and those the person belongs to.
 * @param protectedIdentity is a protected identity asked for, or somebody else?
 * @throws {Problem} notFound
 */
export async function readRecord(
  context: OperationContext,
  personId: string,
  { protectedIdentity }: { protectedIdentity: boolean },
): Promise<PersonRecord> {
  const { db, actor } = context
  const person = found(
    await db
      .selectFrom('people.person as person')
      .innerJoin('organisation.unit as unit', 'unit.id', 'person.home_unit_id')
      .selectAll('person')
      .select('unit.name as unit_name')
      .where('person.id', '=', personId)
      .where('person.merged_into', 'is', null)
      .where('person.erased_at', 'is', null)
      .where('person.protected', '=', protectedIdentity)
      .executeTakeFirst(),
  )
  const memberships = await readMemberships(context, personId)
  const concerned = memberships
    .filter((row) => row.validTo === null && belonging.includes(row.status))
    .map((row) => row.unit.id)
  const roles = rolesIn(actor, [person.home_unit_id, ...concerned])
  const parts = visibleParts(roles)
  const sees = async <Part>(part: RecordPart, read: () => Part | Promise<Part>) =>
    parts.has(part) ? read() : null
  const fields = await sees('fields', () => readFields(context, personId, person.home_unit_id, roles))
  const timeline = await sees('timeline', () => readTimeline(context, personId, parts, fields ?? []))
  return {
    id: person.id,
    givenName: person.given_name,
    familyName: person.family_name,
    homeUnit: { id: person.home_unit_id, name: person.unit_name },
    revision: person.revision,
    source: person.source,
    lawfulBasis: person.lawful_basis,
    createdAt: person.created_at,
    language: oneOf(['sv', 'en'], person.language),
    languages: person.languages,
    parts: [...parts],
    birthDate: await sees('birthDate', () => person.birth_date),
    personalNumber: await sees('personalNumber', () => masked(context, person.personal_number_sealed)),
    accessibility: await sees('accessibility', () => person.accessibility),
    contacts: await sees('contact', () => readContacts(context, personId)),
    memberships: await sees('memberships', () => memberships),
    consents: await sees('consents', () => readConsents(context, personId)),
    tags: await sees('tags', () => readTags(context, personId)),
    fields,
    notes: await sees('notes', () => readNotes(context, personId)),
    engagement: await sees('engagement', () => readEngagement(context, personId)),
    affiliations: await sees('affiliations', () => readAffiliations(context, personId)),
    timeline: timeline?.events ?? null,
    timelineGoesOn: timeline?.goesOn ?? false,
  }
}

function masked({ services }: OperationContext, sealed: string | null): string | null {
  return sealed === null ? null : maskedPersonalNumber(services.sealer.open(sealed))
}

async function readMemberships({ db }: OperationContext, personId: string) {
  const rows = await db
    .selectFrom('people.membership as membership')
    .innerJoin('organisation.unit as unit', 'unit.id', 'membership.unit_id')
    .select([
      'membership.id',
      'membership.unit_id',
      'unit.name',
      'membership.kind',
      'membership.status',
      'membership.valid_from',
      'membership.valid_to',
      'membership.paid_until',
      'membership.reason',
    ])
    .where('membership.person_id', '=', personId)
    .where('membership.replaced_at', 'is', null)
    .orderBy(sql`membership.valid_to is not null`)
    .orderBy(sql`membership.kind <> 'home'`)
    .orderBy('membership.valid_from', 'desc')
    .orderBy('membership.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    unit: { id: row.unit_id, name: row.name },
    kind: oneOf(membershipKinds, row.kind),
    status: oneOf(standings, row.status),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    paidUntil: row.paid_until,
    reason: row.reason,
  }))
}
