import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** A term in a seat, with whose it is. */
export type Term = {
  id: string
  personId: string
  givenName: string
  familyName: string
  /** The seat. */
  postId: string
  bodyId: string
  standing: 'ordinary' | 'substitute'
  validFrom: string
  validTo: string | null
  appointedByBodyId: string | null
  decision: string
  endedReason: string
}

/** Terms in our bodies that the caller may see, whatever day, the earliest first. */
export async function readTerms(
  db: Transaction<Tables>,
  only: { bodyId?: string; personId?: string; seatId?: string } = {},
): Promise<Term[]> {
  let query = db
    .selectFrom('people.role_term as term')
    .innerJoin('people.person as person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'term.organisation_id')
        .onRef('person.id', '=', 'term.person_id'),
    )
    .select([
      'term.id',
      'term.person_id as personId',
      'person.given_name as givenName',
      'person.family_name as familyName',
      'term.seat_id as postId',
      'term.body_id as bodyId',
      'term.standing',
      'term.valid_from as validFrom',
      'term.valid_to as validTo',
      'term.appointed_by_body_id as appointedByBodyId',
      'term.decision',
      'term.ended_reason as endedReason',
    ])
    .where('term.replaced_at', 'is', null)
    .where('person.merged_into', 'is', null)
    .where('person.erased_at', 'is', null)
    .orderBy('term.valid_from')
    .orderBy('term.id')
  if (only.bodyId) query = query.where('term.body_id', '=', only.bodyId)
  if (only.personId) query = query.where('term.person_id', '=', only.personId)
  if (only.seatId) query = query.where('term.seat_id', '=', only.seatId)
  const rows = await query.execute()
  return rows.map((row) => ({
    ...row,
    standing: row.standing === 'substitute' ? 'substitute' : 'ordinary',
  }))
}
