import { sql, type Insertable } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Tables } from '#platform/database/tables.ts'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { daysAfter } from '../../rules/days.ts'
import { belonging } from '../../rules/membership.ts'
import { rowMaker } from '../add-person.ts'
import { personForChange } from '../find-person.ts'
import { personRows, type NewContact, type NewPerson } from '../person-rows.ts'
import { changeMembership } from '../persons/change-membership.ts'
import { addContact } from '../persons/contacts.ts'
import { openMemberships } from '../persons/read-memberships.ts'
import { recordEvent, shieldColumns, type Shield } from '../record-event.ts'
import { welcomeDays } from './settings.ts'
import type { Application } from './waiting.ts'

/** Where persons that came by a join page come from. */
const source = 'join'

/** Somebody who became a member: who they are in the register, and whether they were none before. */
export type Admitted = { application: Application; person: Shield; isNew: boolean }

/**
 * Makes a person of each application, all at once: record, ways to reach them, memberships. So many rows a statement that six
 * hundred are a moment's work.
 */
export async function admitNew(
  context: OperationContext,
  applications: readonly Application[],
): Promise<Admitted[]> {
  const maker = rowMaker(context, source)
  const made = applications.map((application) => ({
    application,
    rows: personRows(newPerson(application, maker.day), maker),
  }))
  const { db } = context
  for (const some of inParts(made)) {
    await db
      .insertInto('people.person')
      .values(some.map(({ rows }) => rows.person))
      .execute()
    await db
      .insertInto('people.contact')
      .values(some.flatMap(({ rows }) => rows.contacts))
      .execute()
    await db
      .insertInto('people.membership')
      .values(some.flatMap(({ rows }) => rows.memberships))
      .execute()
  }
  const admitted = made.map(({ application, rows }) => ({
    application,
    person: { id: rows.person.id, homeUnitId: application.unit_id, protected: false },
    isNew: true,
  }))
  await insertEvents(context, admitted, 'created', () => ({ source }))
  return admitted
}

/**
 * Lets an application be about somebody who is in the register: what they wrote is added to their record, and they come to
 * belong where the page leads. A home they have elsewhere stays their home.
 * @throws {Problem} notFound when there is no such person for the caller; notPossibleNow when the standing does not allow it
 */
export async function admitKnown(
  context: OperationContext,
  application: Application,
  personId: string,
): Promise<Admitted> {
  const person = await personForChange(context, personId)
  for (const contact of contactsOf(application)) await addContact(context, person, contact, source)
  const before = await openMemberships(context, personId)
  const home = before.find((each) => each.kind === 'home' && belonging.includes(each.status))
  const isMember = home?.status === 'active'
  const change = { to: 'active' as const, source }
  if (!isMember) {
    const unitId = home?.unitId ?? application.unit_id
    await changeMembership(context, person, { ...change, unitId, kind: 'home' })
    if (unitId !== person.homeUnitId) {
      await context.db
        .updateTable('people.person')
        .set({ home_unit_id: unitId })
        .where('id', '=', personId)
        .execute()
      person.homeUnitId = unitId
    }
  }
  const extra = application.extra_unit_id
  const there = before.find((each) => each.unitId === extra)
  if (extra && there?.status !== 'active' && (!there || there !== home)) {
    await changeMembership(context, person, { ...change, unitId: extra, kind: 'extra' })
  }
  const { id, homeUnitId, protected: hidden } = person
  return { application, person: { id, homeUnitId, protected: hidden }, isNew: !isMember }
}

/** What follows for everybody who was admitted: consents, a line in their record, somebody to meet them. */
export async function followUp(context: OperationContext, admitted: readonly Admitted[]): Promise<void> {
  const { db, organisationId, now } = context
  await insertConsents(context, admitted)
  await insertEvents(context, admitted, 'joined', ({ application }) => ({ source: application.source }))
  const daysIn = await welcomeDays(db)
  const day = today(now)
  for (const some of inParts(admitted)) {
    await db
      .insertInto('people.welcome_task')
      .values(
        some.map(({ application, person }) => ({
          ...shieldColumns(organisationId, person),
          id: newId(),
          unit_id: application.unit_id,
          application_id: application.id,
          created_at: now,
          due_on: daysAfter(day, daysIn(application.unit_id)),
          state: 'open',
        })),
      )
      .execute()
  }
}

/**
 * Which of them count to whoever recruited them: those who were no members before, were not counted before, and did not recruit
 * themselves.
 */
export async function creditedAmong(
  { db }: Pick<OperationContext, 'db'>,
  admitted: readonly Admitted[],
): Promise<Set<string>> {
  const recruited = admitted.filter(
    ({ application, isNew }) => application.referral_link_id !== null && isNew,
  )
  if (recruited.length === 0) return new Set()
  const ids = recruited.map(({ person }) => person.id)
  const { rows } = await sql<{ person_id: string }>`
    select application.person_id from people.application application
      where application.person_id = any (${ids}::uuid[]) and application.credited
    union select link.person_id from people.referral_link link
      where link.person_id = any (${ids}::uuid[])
        and link.id = any (${recruited.map(({ application }) => application.referral_link_id)}::uuid[])`.execute(
    db,
  )
  const counted = new Set(rows.map((row) => row.person_id))
  return new Set(
    recruited.filter(({ person }) => !counted.has(person.id)).map(({ application }) => application.id),
  )
}

function newPerson(application: Application, day: string): NewPerson {
  const { unit_id: unitId, extra_unit_id: extra } = application
  return {
    homeUnitId: unitId,
    givenName: application.given_name,
    familyName: application.family_name,
    birthDate: application.birth_date,
    language: application.language === 'en' ? 'en' : 'sv',
    lawfulBasis: 'membership',
    contacts: contactsOf(application).map((contact) => ({ ...contact, preferred: true })),
    memberships: [
      { unitId, kind: 'home', status: 'active', from: day },
      ...(extra ? [{ unitId: extra, kind: 'extra' as const, status: 'active' as const, from: day }] : []),
    ],
  }
}

function contactsOf(application: Application): NewContact[] {
  return [
    { kind: 'email', value: application.email, verifiedAt: application.confirmed_at },
    ...(application.phone ? [{ kind: 'phone' as const, value: application.phone }] : []),
    {
      kind: 'address',
      address: {
        careOf: application.care_of,
        street: application.street,
        postalCode: application.postal_code,
        city: application.city,
        country: application.country,
      },
    },
  ]
}

async function insertConsents(
  { db, organisationId }: OperationContext,
  admitted: readonly Admitted[],
): Promise<void> {
  const wordings = new Map(
    (await db.selectFrom('people.consent_wording').select(['id', 'months']).execute()).map((row) => [
      row.id,
      row.months,
    ]),
  )
  const rows: Insertable<Tables['people.consent']>[] = admitted.flatMap(({ application, person }) =>
    application.consents.map((wordingId) => ({
      ...shieldColumns(organisationId, person),
      id: newId(),
      wording_id: wordingId,
      channel: 'any',
      given_at: application.applied_at,
      given_through: source,
      expires_on: expiryOf(application.applied_at, wordings.get(wordingId) ?? null),
    })),
  )
  for (const some of inParts(rows)) await db.insertInto('people.consent').values(some).execute()
}

/** The last day of a consent that holds for so many months; null when it holds until it is withdrawn. */
function expiryOf(givenAt: Date, months: number | null): string | null {
  return months === null ? null : Temporal.PlainDate.from(today(givenAt)).add({ months }).toString()
}

async function insertEvents(
  context: OperationContext,
  admitted: readonly Admitted[],
  kind: string,
  detail: (admitted: Admitted) => Record<string, string>,
): Promise<void> {
  const [only] = admitted
  if (only && admitted.length === 1) return recordEvent(context, only.person, kind, detail(only))
  const { id, name } = actorName(context)
  for (const some of inParts(admitted)) {
    await context.db
      .insertInto('people.event')
      .values(
        some.map((each) => ({
          ...shieldColumns(context.organisationId, each.person),
          id: newId(),
          at: context.now,
          kind,
          detail: JSON.stringify(detail(each)),
          by_user_id: id,
          by_name: name,
        })),
      )
      .execute()
  }
}

/** A statement has no more places for values than so many rows need. */
function* inParts<Each>(all: readonly Each[], size = 250): Generator<readonly Each[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size)
}
