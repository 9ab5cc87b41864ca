import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** A party as the office writes it. */
export type Party = { id: string; name: string; shortName: string; own: boolean }

/** The parties there are, by name. */
export async function readParties(db: Transaction<Tables>): Promise<Party[]> {
  const rows = await db
    .selectFrom('people.party')
    .select(['id', 'name', 'short_name as shortName', 'own'])
    .where('archived_at', 'is', null)
    .execute()
  return rows.toSorted((one, other) => one.name.localeCompare(other.name, 'sv'))
}

/** The party that a printed name or short name stands for, whatever its capitals. */
export function partyNamed(parties: readonly Party[], printed: string): Party | null {
  const wanted = printed.toLocaleLowerCase('sv')
  const by = (name: (party: Party) => string) =>
    parties.find((party) => name(party).toLocaleLowerCase('sv') === wanted)
  return by((party) => party.name) ?? by((party) => party.shortName) ?? null
}
