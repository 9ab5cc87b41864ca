import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { mandatePosts, type MandatePost } from '../../rules/posts/kinds.ts'

/** A mandate in a public body, with whose it is. */
export type Mandate = {
  id: string
  personId: string
  givenName: string
  familyName: string
  /** The public body. */
  postId: string
  seatKind: 'ordinary' | 'deputy'
  /** What they are in it beside a member; empty for nothing. */
  post: MandatePost
  partyGroup: string
  validFrom: string
  validTo: string | null
  appointedBy: string
  viaAgreement: string
  endedReason: string
  namePublic: boolean
}

/** Mandates in public bodies that the caller may see, whatever day, the earliest first. */
export async function readMandates(
  db: Transaction<Tables>,
  only: { publicBodyIds?: readonly string[]; personId?: string } = {},
): Promise<Mandate[]> {
  if (only.publicBodyIds?.length === 0) return []
  let query = db
    .selectFrom('people.public_mandate as mandate')
    .innerJoin('people.person as person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'mandate.organisation_id')
        .onRef('person.id', '=', 'mandate.person_id'),
    )
    .select([
      'mandate.id',
      'mandate.person_id as personId',
      'person.given_name as givenName',
      'person.family_name as familyName',
      'mandate.public_body_id as postId',
      'mandate.seat_kind as seatKind',
      'mandate.post',
      'mandate.party_group as partyGroup',
      'mandate.valid_from as validFrom',
      'mandate.valid_to as validTo',
      'mandate.appointed_by as appointedBy',
      'mandate.via_agreement as viaAgreement',
      'mandate.ended_reason as endedReason',
      'mandate.name_public as namePublic',
    ])
    .where('mandate.replaced_at', 'is', null)
    .where('person.merged_into', 'is', null)
    .where('person.erased_at', 'is', null)
    .orderBy('mandate.valid_from')
    .orderBy('mandate.id')
  if (only.publicBodyIds) query = query.where('mandate.public_body_id', 'in', only.publicBodyIds)
  if (only.personId) query = query.where('mandate.person_id', '=', only.personId)
  const rows = await query.execute()
  return rows.map((row) => ({
    ...row,
    seatKind: row.seatKind === 'deputy' ? 'deputy' : 'ordinary',
    post: mandatePosts.find((each) => each === row.post) ?? '',
  }))
}
