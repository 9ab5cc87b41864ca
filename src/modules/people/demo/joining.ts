import { sql, type Kysely } from 'kysely'
import type { z } from 'zod'
import type { Tables } from '#platform/database/tables.ts'
import type { Operation } from '#platform/operations/operation.ts'
import { applyToJoin } from '../operations/joining/apply-to-join.ts'
import { approveApplications } from '../operations/joining/approve-applications.ts'
import { confirmApplication } from '../operations/joining/confirm-application.ts'
import { createJoinPage } from '../operations/joining/create-join-page.ts'
import { recordWelcomeContact } from '../operations/joining/record-welcome-contact.ts'
import { setJoiningSettings } from '../operations/joining/set-joining-settings.ts'
import { setPostalCodeUnits } from '../operations/joining/set-postal-code-units.ts'
import { setConsentWording } from '../operations/persons/set-consent-wording.ts'
import { dayLength } from '../rules/days.ts'

type Call = <Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  input: z.input<Input>,
) => Promise<z.output<Output>>

/** Those who have applied, by how many days ago; the last few still wait. */
const applicants = [
  ['Signe', 'Påhittsdotter', 24],
  ['Otto', 'Exempelsson', 21],
  ['Maj', 'Låtsasberg', 19],
  ['Amir', 'Provander', 15],
  ['Greta', 'Tänkström', 12],
  ['Nils', 'Påhittsson', 9],
  ['Leyla', 'Exempelgren', 6],
  ['Iris', 'Fantasidotter', 4],
  ['Vera', 'Diktander', 2],
  ['Sixten', 'Låtsasson', 1],
  ['Hanna', 'Provdotter', 1],
] as const
const waiting = 3

/**
 * Gives the invented district pages to join through, and what has come of them the last weeks: members, some of whom have been
 * met and some not in time, and applications that wait.
 */
export async function loadJoiningDemo(
  call: Call,
  owner: Kysely<Tables>,
  { organisationId, unitId, now }: { organisationId: string; unitId: string; now: Date },
): Promise<void> {
  const units = await owner
    .selectFrom('organisation.unit')
    .select(['id', 'kind'])
    .where('organisation_id', '=', organisationId)
    .where('valid_to', 'is', null)
    .orderBy('slug')
    .execute()
  const associations = units.filter(({ kind }) => kind === 'association').slice(0, 8)
  for (const [at, unit] of associations.entries()) {
    const first = 12_000 + at * 100
    const range = { first: String(first), last: String(first + 99) }
    await call(setPostalCodeUnits, { unitId: unit.id, ranges: [range] })
  }
  await call(setJoiningSettings, { unitId, welcomeDays: 7, leaderboard: true })
  await call(setConsentWording, {
    purpose: 'engagement',
    swedish:
      'Jag samtycker till att föreningen skriver upp hur jag vill engagera mig, och använder det när den bjuder in mig.',
    english:
      'I agree that the association writes down how I want to take part, and uses it when it invites me.',
    months: 24,
  })
  const { slug } = await call(createJoinPage, {
    unitId,
    title: 'Bli medlem',
    words:
      'Vi är en rörelse av helt vanliga påhittade människor.\n\nSom medlem är du med och bestämmer, lär känna andra och gör skillnad där du bor.',
    home: 'postalCode',
    homeUnitId: unitId,
    source: 'webben',
    purposes: ['newsletter'],
    target: 20,
  })
  const interest = units.find(({ kind }) => kind === 'interestAssociation')
  if (interest) {
    await call(createJoinPage, {
      unitId: interest.id,
      title: 'Gå med i bokcirkeln',
      home: 'chosen',
      homeUnitId: unitId,
      extraUnitId: interest.id,
      source: 'bokbordet',
    })
  }
  for (const [at, [givenName, familyName, days]] of applicants.entries()) {
    const applicationId = await apply(call, owner, { slug, givenName, familyName, at, organisationId })
    const then = new Date(now.getTime() - days * dayLength)
    if (at < applicants.length - waiting) await call(approveApplications, { applicationIds: [applicationId] })
    await longAgo(owner, applicationId, then)
    if (at < 4) await meet(call, owner, applicationId, new Date(then.getTime() + 3 * dayLength))
  }
}

async function apply(
  call: Call,
  owner: Kysely<Tables>,
  who: { slug: string; givenName: string; familyName: string; at: number; organisationId: string },
): Promise<string> {
  const { slug, givenName, familyName, at, organisationId } = who
  const email = `ny.medlem${at + 1}@example.org`
  await call(applyToJoin, {
    page: slug,
    givenName,
    familyName,
    email,
    phone: `070-174 06 ${String(5 + at * 3).padStart(2, '0')}`,
    street: `Påhittsvägen ${at + 1}`,
    postalCode: String(12_000 + (at % 8) * 100 + at),
    city: 'Exempelby',
    message: at % 4 === 0 ? 'Jag vill gärna vara med och ordna möten.' : '',
  })
  // The secret is nowhere but in the mail.
  const mail = await owner
    .selectFrom('mail.message')
    .select('body_text')
    .where('organisation_id', '=', organisationId)
    .where('recipient', '=', email)
    .executeTakeFirstOrThrow()
  await call(confirmApplication, { token: /token=(\S+)/.exec(mail.body_text)?.[1] ?? '' })
  const { id } = await owner
    .selectFrom('people.application')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  return id
}

/** What was done a moment ago was done then. */
async function longAgo(owner: Kysely<Tables>, applicationId: string, then: Date): Promise<void> {
  const decided = new Date(then.getTime() + dayLength)
  await owner
    .updateTable('people.application')
    .set({
      applied_at: then,
      confirmed_at: then,
      decided_at: sql<Date>`case when decided_at is null then null else ${decided}::timestamptz end`,
    })
    .where('id', '=', applicationId)
    .execute()
  await owner
    .updateTable('people.welcome_task')
    .set({
      created_at: decided,
      due_on: new Date(decided.getTime() + 7 * dayLength).toISOString().slice(0, 10),
    })
    .where('application_id', '=', applicationId)
    .execute()
}

async function meet(call: Call, owner: Kysely<Tables>, applicationId: string, when: Date): Promise<void> {
  const { id } = await owner
    .selectFrom('people.welcome_task')
    .select('id')
    .where('application_id', '=', applicationId)
    .executeTakeFirstOrThrow()
  await call(recordWelcomeContact, { taskId: id, channel: 'phone', outcome: 'reached' })
  await owner.updateTable('people.welcome_task').set({ contacted_at: when }).where('id', '=', id).execute()
}
