import { sql, type RawBuilder } from 'kysely'

/** A way of finding pairs: records with the same key are compared. */
export type Block = { name: string; keys: RawBuilder<unknown> }

/** Larger groups than this have a key that says nothing: a switchboard's number, a common name. */
export const largestGroup = 40

/** Those who can be put together: neither part of another nor erased, and no protected identity. */
const living = sql`person.merged_into is null and person.erased_at is null and not person.protected`

const contacts = (kind: 'email' | 'phone' | 'address', key: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select person.id as person_id, ${key} as key
  from people.contact contact
  join people.person person
    on person.organisation_id = contact.organisation_id and person.id = contact.person_id and ${living}
  where contact.kind = ${kind} and contact.valid_to is null`

const persons = (key: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select person.id as person_id, ${key} as key from people.person person where ${living} and person.birth_date is not null`

/** The beginnings of both names, whichever was written as the given one. */
const names = sql`
  left(least(person.given_key, person.family_key), 3) || '|' || left(greatest(person.given_key, person.family_key), 3)`

/**
 * Every pair that the rules would score as worth a look agrees in one of these: without a day of birth it takes a way to
 * reach them, and with one it takes names that begin alike.
 */
export const blocks: readonly Block[] = [
  { name: 'e-mail', keys: contacts('email', sql`contact.value`) },
  { name: 'telephone', keys: contacts('phone', sql`contact.value`) },
  {
    name: 'the name of the e-mail address',
    keys: sql`select * from (${contacts('email', sql`split_part(contact.value, '@', 1)`)}) named where length(named.key) >= 5`,
  },
  { name: 'address', keys: contacts('address', sql`contact.value || '|' || left(person.given_key, 1)`) },
  {
    name: 'day of birth and family name',
    keys: persons(sql`person.birth_date || '|' || left(person.family_key, 3)`),
  },
  {
    name: 'day of birth and given name',
    keys: persons(sql`person.birth_date || '|' || left(person.given_key, 3)`),
  },
  {
    name: 'names and year of birth',
    keys: persons(sql`${names} || '|' || extract(year from person.birth_date)`),
  },
  { name: 'names and birthday', keys: persons(sql`${names} || '|' || to_char(person.birth_date, 'MM-DD')`) },
]
