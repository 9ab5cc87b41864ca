import { sql } from 'kysely'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { contactColumns, type NewContact } from '../person-rows.ts'
import { recordEvent, shieldColumns, type Shield } from '../record-event.ts'

/**
 * Adds a way to reach somebody, read and found right by the rules. The first of its kind is the one preferred, and a
 * preferred one takes the place of the one before.
 * @param person locked by `personForChange`
 * @returns its id; that of the one that is there already when it leads to the same place
 */
export async function addContact(
  context: OperationContext,
  person: Shield,
  contact: NewContact,
  source: string,
): Promise<string> {
  const { db, organisationId, now } = context
  const columns = contactColumns(contact)
  const others = await db
    .selectFrom('people.contact')
    .select(['id', 'value'])
    .where('person_id', '=', person.id)
    .where('kind', '=', contact.kind)
    .where('valid_to', 'is', null)
    .execute()
  const known = others.find((each) => each.value === columns.value)
  if (known) {
    if (contact.preferred) await prefer(context, person, contact.kind, known.id)
    return known.id
  }
  const id = newId()
  await db
    .insertInto('people.contact')
    .values({
      ...shieldColumns(organisationId, person),
      ...columns,
      id,
      preferred: false,
      verified_at: contact.verifiedAt ?? null,
      valid_from: today(now),
      source,
      recorded_at: now,
    })
    .execute()
  if (contact.preferred || others.length === 0) await prefer(context, person, contact.kind, id)
  await recordEvent(context, person, 'contactAdded', { kind: contact.kind, value: columns.value })
  return id
}

/**
 * Ends a way to reach somebody: it led there until today.
 * @param person locked by `personForChange`
 * @throws {Problem} notFound when it is not the person's, or has ended already
 */
export async function endContact(
  context: OperationContext,
  person: Shield,
  contactId: string,
): Promise<{ kind: string; value: string; preferred: boolean }> {
  const { db, now } = context
  const contact = found(await openContact(context, person, contactId))
  const day = today(now)
  await db
    .updateTable('people.contact')
    // One that begins on a day to come has still held that day.
    .set({ valid_to: contact.valid_from > day ? contact.valid_from : day, preferred: false })
    .where('id', '=', contactId)
    .execute()
  await recordEvent(context, person, 'contactEnded', { kind: contact.kind, value: contact.value })
  return { kind: contact.kind, value: contact.value, preferred: contact.preferred }
}

/**
 * Puts another way in the place of one: the old is ended, the new begins today. When only which one is preferred
 * changes, the row stays.
 * @returns the id of the one that holds now
 */
export async function changeContact(
  context: OperationContext,
  person: Shield,
  contactId: string,
  contact: NewContact,
  source: string,
): Promise<string> {
  const before = found(await openContact(context, person, contactId))
  if (before.kind !== contact.kind) throw new Problem('notFound')
  if (before.value === contactColumns(contact).value) {
    if (contact.preferred) await prefer(context, person, contact.kind, contactId)
    return contactId
  }
  await endContact(context, person, contactId)
  const preferred = contact.preferred ?? before.preferred
  return addContact(context, person, { ...contact, preferred }, source)
}

function openContact({ db }: OperationContext, person: Shield, contactId: string) {
  return db
    .selectFrom('people.contact')
    .select(['kind', 'value', 'preferred', 'valid_from'])
    .where('id', '=', contactId)
    .where('person_id', '=', person.id)
    .where('valid_to', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

async function prefer({ db }: OperationContext, person: Shield, kind: string, id: string): Promise<void> {
  await db
    .updateTable('people.contact')
    .set({ preferred: sql<boolean>`id = ${id}` })
    .where('person_id', '=', person.id)
    .where('kind', '=', kind)
    .where('valid_to', 'is', null)
    .execute()
}
