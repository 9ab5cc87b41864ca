import type { Kysely } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { searchKey } from '../rules/names.ts'
import type { RowMaker } from '../store/person-rows.ts'
import type { WrittenPerson } from './write-invented-people.ts'

/**
 * Lets some of the invented people be those who have accounts: the record gets the account's name and e-mail, and the
 * account its link.
 */
export async function linkAccounts(
  db: Kysely<Tables>,
  written: readonly WrittenPerson[],
  accounts: readonly string[],
  { organisationId, now }: Pick<RowMaker, 'organisationId' | 'now'>,
): Promise<void> {
  if (accounts.length === 0) return
  const people = await db
    .selectFrom('account.user')
    .select(['id', 'name', 'email'])
    .where('id', 'in', accounts)
    .execute()
  const seconds = new Set(written.map(({ invented }) => invented.sameAs))
  const free = written.filter(({ invented }) => isOrdinary(invented) && !seconds.has(invented.number))
  for (const account of people.toSorted((one, other) => one.email.localeCompare(other.email))) {
    const person = free.shift()
    if (!person) return
    const [givenName = account.name, ...rest] = account.name.split(' ')
    const familyName = rest.join(' ')
    const own = (table: 'people.person' | 'people.contact') =>
      db.updateTable(table).where('organisation_id', '=', organisationId)
    await own('people.person')
      .set({
        given_name: givenName,
        family_name: familyName,
        given_key: searchKey(givenName),
        family_key: searchKey(familyName),
      })
      .where('id', '=', person.id)
      .execute()
    await own('people.contact')
      .set({ value: account.email })
      .where('person_id', '=', person.id)
      .where('kind', '=', 'email')
      .execute()
    await db
      .insertInto('people.account_link')
      .values({ organisation_id: organisationId, user_id: account.id, person_id: person.id, linked_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** A member who belongs somewhere today, is reached by e-mail and is like most. */
function isOrdinary({ memberships, contacts, languages, ...person }: WrittenPerson['invented']): boolean {
  return (
    !person.protected &&
    person.sameAs === null &&
    person.birthDate !== null &&
    languages.length === 1 &&
    contacts.length === 3 &&
    memberships.some(({ kind, status, to }) => kind === 'home' && status === 'active' && to === null)
  )
}
