import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

export const blocSides = ['governing', 'opposition', 'other'] as const
export type BlocSide = (typeof blocSides)[number]

/** Parties that stand together in a public body from a day to a day. */
export type Bloc = {
  id: string
  publicBodyId: string
  side: BlocSide
  name: string
  partyIds: string[]
  basis: string
  validFrom: string
  validTo: string | null
}

/** The blocs of a public body, whatever day: those who govern first, then by the day they began. */
export async function readBlocs(db: Transaction<Tables>, publicBodyId: string): Promise<Bloc[]> {
  const rows = await db
    .selectFrom('people.bloc')
    .select([
      'id',
      'public_body_id as publicBodyId',
      'side',
      'name',
      'party_ids as partyIds',
      'basis',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('public_body_id', '=', publicBodyId)
    .where('replaced_at', 'is', null)
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  return rows
    .map((row) => ({ ...row, side: row.side as BlocSide }))
    .toSorted((one, other) => blocSides.indexOf(one.side) - blocSides.indexOf(other.side))
}
