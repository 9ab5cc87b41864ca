import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { signsOfSame, type Recognised, type SameSign } from '../../rules/joining/same-person.ts'

/** What of an application somebody is recognised by. */
export type Applied = {
  id: string
  givenKey: string
  familyKey: string
  email: string
  phone: string
  birthDate: string | null
}

/** Somebody in the register who may be the applicant. */
export type SamePerson = { personId: string; name: string; signs: SameSign[] }

/**
 * Those in the register, among whom the caller sees, who may be the same as the applicants: by application.
 * One round of questions however many applications there are.
 */
export async function samePersons(
  db: Transaction<Tables>,
  applications: readonly Applied[],
): Promise<Map<string, SamePerson[]>> {
  if (applications.length === 0) return new Map()
  const ids = await candidates(db, applications)
  if (ids.length === 0) return new Map()
  const persons = await db
    .selectFrom('people.person')
    .select(['id', 'given_name', 'family_name', 'given_key', 'family_key', 'birth_date'])
    .where('id', 'in', ids)
    .where('merged_into', 'is', null)
    .where('erased_at', 'is', null)
    .execute()
  const contacts = await db
    .selectFrom('people.contact')
    .select(['person_id', 'kind', 'value'])
    .where('person_id', 'in', ids)
    .where('kind', 'in', ['email', 'phone'])
    .where('valid_to', 'is', null)
    .execute()
  const known = persons.map((person) => ({
    id: person.id,
    name: [person.given_name, person.family_name].filter(Boolean).join(' '),
    recognised: {
      givenKey: person.given_key,
      familyKey: person.family_key,
      birthDate: person.birth_date,
      emails: valuesOf(contacts, person.id, 'email'),
      phones: valuesOf(contacts, person.id, 'phone'),
    },
  }))
  return new Map(
    applications.map((application) => [
      application.id,
      known.flatMap(({ id, name, recognised }) => {
        const signs = signsOfSame(recognisedIn(application), recognised)
        return signs.length > 0 ? [{ personId: id, name, signs }] : []
      }),
    ]),
  )
}

/** An application as somebody is recognised by it. */
export function recognisedIn(application: Applied): Recognised {
  return {
    ...application,
    emails: [application.email].filter(Boolean),
    phones: [application.phone].filter(Boolean),
  }
}

async function candidates(db: Transaction<Tables>, applications: readonly Applied[]): Promise<string[]> {
  const values = [...new Set(applications.flatMap(({ email, phone }) => [email, phone]).filter(Boolean))]
  const byContact = await db
    .selectFrom('people.contact')
    .select('person_id as id')
    .where('kind', 'in', ['email', 'phone'])
    .where('value', 'in', [...values, ''])
    .where('valid_to', 'is', null)
    .execute()
  const born = applications.filter(({ birthDate }) => birthDate !== null)
  const byName =
    born.length === 0
      ? []
      : await db
          .selectFrom('people.person')
          .select('id')
          .where('family_key', 'in', [...new Set(born.map(({ familyKey }) => familyKey))])
          .where('birth_date', 'in', [...new Set(born.map(({ birthDate }) => birthDate!))])
          .execute()
  return [...new Set([...byContact, ...byName].map(({ id }) => id))]
}

function valuesOf(
  contacts: readonly { person_id: string; kind: string; value: string }[],
  personId: string,
  kind: string,
): string[] {
  return contacts
    .filter((contact) => contact.person_id === personId && contact.kind === kind)
    .map(({ value }) => value)
}
