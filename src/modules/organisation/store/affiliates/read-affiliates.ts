import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** Every affiliation and every right to seats, whatever day. */
export async function readAffiliates(db: Transaction<Tables>) {
  const affiliations = await db
    .selectFrom('organisation.affiliation')
    .select([
      'id',
      'unit_id as unitId',
      'to_unit_id as toUnitId',
      'decision',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .orderBy('valid_from')
    .execute()
  const rights = await db
    .selectFrom('organisation.seat_right')
    .select([
      'id',
      'seat_id as seatId',
      'speaks',
      'proposes',
      'votes',
      'decision',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('replaced_at', 'is', null)
    .orderBy('valid_from')
    .execute()
  return { affiliations, rights }
}
