import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { remunerationKinds, type RemunerationKind } from '../../rules/posts/kinds.ts'

/** What somebody is paid for, with whose it is and for which post. */
export type Remuneration = {
  id: string
  personId: string
  givenName: string
  familyName: string
  mandateId: string | null
  roleTermId: string | null
  kind: RemunerationKind
  /** Per cent of a full time, exact; null by the hour. */
  degree: string | null
  areas: string[]
  validFrom: string
  validTo: string | null
  reason: string
  endedReason: string
  temporary: boolean
  purpose: string
  supportedUnitIds: string[]
  hours: string | null
}

/** What persons are paid for, as far as the caller may see it, whatever day, the earliest first. */
export async function readRemunerations(
  db: Transaction<Tables>,
  only: { personId?: string } = {},
): Promise<Remuneration[]> {
  let query = db
    .selectFrom('people.remuneration as paid')
    .innerJoin('people.person as person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'paid.organisation_id')
        .onRef('person.id', '=', 'paid.person_id'),
    )
    .select([
      'paid.id',
      'paid.person_id as personId',
      'person.given_name as givenName',
      'person.family_name as familyName',
      'paid.mandate_id as mandateId',
      'paid.role_term_id as roleTermId',
      'paid.kind',
      'paid.degree',
      'paid.areas',
      'paid.valid_from as validFrom',
      'paid.valid_to as validTo',
      'paid.reason',
      'paid.ended_reason as endedReason',
      'paid.temporary',
      'paid.purpose',
      'paid.supported_unit_ids as supportedUnitIds',
      'paid.hours',
    ])
    .where('paid.replaced_at', 'is', null)
    .where('person.merged_into', 'is', null)
    .where('person.erased_at', 'is', null)
    .orderBy('paid.valid_from')
    .orderBy('paid.id')
  if (only.personId) query = query.where('paid.person_id', '=', only.personId)
  const rows = await query.execute()
  return rows.map((row) => ({
    ...row,
    kind: remunerationKinds.find((each) => each === row.kind) ?? 'part',
  }))
}
