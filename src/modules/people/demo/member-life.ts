import { sql, type Kysely } from 'kysely'
import type { z } from 'zod'
import type { Tables } from '#platform/database/tables.ts'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import type { Operation } from '#platform/operations/operation.ts'
import { recordAffiliation } from '../operations/affiliations/record-affiliation.ts'
import { setConsentWording } from '../operations/persons/set-consent-wording.ts'
import { setVotingRule } from '../operations/voting/set-voting-rule.ts'
import type { AffiliationKind } from '../rules/affiliations/kinds.ts'
import { daysAfter } from '../rules/days.ts'
import { writeJourneys } from './write-journeys.ts'

type Call = <Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  input: z.input<Input>,
) => Promise<z.output<Output>>

const affiliations: readonly { kind: AffiliationKind; name: string; role: string }[] = [
  { kind: 'union', name: 'Påhittade kommunalarbetare', role: 'skyddsombud' },
  { kind: 'movement', name: 'Exempelbygdens fredsrörelse', role: '' },
  { kind: 'association', name: 'Låtsaslunds hyresgäster', role: 'kassör' },
  { kind: 'union', name: 'Provlärarna', role: 'ombud' },
  { kind: 'association', name: 'Exempelby idrottsklubb', role: 'ledare för knattarna' },
  { kind: 'movement', name: 'Rädda Påhittsskogen', role: 'talesperson' },
]

/** Organisers of associations, by how many days ago they were last seen; null for never. */
const organisers: readonly [string, number | null][] = [
  ['Kerstin Påhittsgren', 2],
  ['Leo Exempelström', 6],
  ['Mirjam Låtsaslund', 19],
  ['Nadja Provholm', 27],
  ['Olle Tänkkvist', 48],
  ['Pia Fantasiberg', 140],
  ['Ruben Diktsjö', null],
]

/**
 * Gives the invented district what comes after joining: rules for who votes, what some members belong to beside us, how those who
 * came these years have gone on, and organisers in the associations, some of whom have not been seen for a while.
 */
export async function loadMemberLifeDemo(
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
  const of = (kind: string) => units.filter((unit) => unit.kind === kind)
  await call(setVotingRule, {
    unitId,
    from: '2024-01-01',
    rule: { kinds: ['home', 'extra'], leastDays: 30, below: true, decision: 'Stadgarna § 4' },
  })
  const [interest] = of('interestAssociation')
  if (interest) {
    await call(setVotingRule, {
      unitId: interest.id,
      from: '2025-01-01',
      rule: { kinds: ['extra', 'guest'], leastDays: 0, decision: 'Årsmötet 2025' },
    })
  }
  await tellAffiliations(call, owner, organisationId)
  await appointOrganisers(owner, { organisationId, now, units: of('association').map(({ id }) => id) })
  await writeJourneys(owner, { organisationId, unitId, now })
}

async function tellAffiliations(call: Call, owner: Kysely<Tables>, organisationId: string): Promise<void> {
  await call(setConsentWording, {
    purpose: 'affiliations',
    swedish:
      'Jag samtycker till att föreningen sparar vilket fackförbund och vilka andra rörelser jag är med i, och använder det när den söker samarbeten.',
    english:
      'I agree that the association keeps which union and other movements I belong to, and uses it when it looks for partners.',
    months: 24,
  })
  // First the member whose page the demo shows, then some others.
  const { rows } = await sql<{ id: string }>`
    select person.id from people.person person
    join people.membership membership on membership.organisation_id = person.organisation_id
      and membership.person_id = person.id and membership.kind = 'home' and membership.status = 'active'
      and membership.valid_to is null and membership.replaced_at is null
    left join people.account_link link
      on link.organisation_id = person.organisation_id and link.person_id = person.id
    left join account."user" account on account."id" = link.user_id and account."email" like 'member@%'
    where person.organisation_id = ${organisationId} and not person.protected and person.merged_into is null
    order by account."id" is null, person.id limit ${affiliations.length}`.execute(owner)
  for (const [at, { id: personId }] of rows.entries()) {
    await call(recordAffiliation, { personId, agreed: true, ...affiliations[at]! })
  }
}

/** An account with the role of organiser in each of the first associations; nobody can sign in to it. */
async function appointOrganisers(
  owner: Kysely<Tables>,
  { organisationId, now, units }: { organisationId: string; now: Date; units: readonly string[] },
): Promise<void> {
  for (const [at, [name, daysAgo]] of organisers.entries()) {
    const unitId = units[at]
    if (!unitId) return
    const userId = newId()
    await owner
      .insertInto('account.user')
      .values({
        id: userId,
        name,
        email: `organiser${at + 1}@demo.example.org`,
        emailVerified: true,
        isDemo: true,
      })
      .execute()
    await owner
      .insertInto('organisation.role_grant')
      .values({
        organisation_id: organisationId,
        id: newId(),
        user_id: userId,
        role: 'organiser',
        unit_id: unitId,
        valid_from: daysAfter(today(now), -200),
        // The demo's own organiser was there before.
        granted_at: new Date(now.getTime() + 1000),
      })
      .execute()
    if (daysAgo === null) continue
    const seen = new Date(now.getTime() - daysAgo * 86_400_000)
    await owner
      .insertInto('account.session')
      .values({ id: newId(), token: newId(), userId, createdAt: seen, updatedAt: seen, expiresAt: seen })
      .execute()
  }
}
