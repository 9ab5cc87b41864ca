import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { affiliationKinds, affiliationPurpose, type AffiliationKind } from '../../rules/affiliations/kinds.ts'
import { currentWordings } from '../joining/wordings.ts'
import { giveConsent } from '../persons/consents.ts'
import { oneOf } from '../persons/one-of.ts'
import { recordEvent, shieldColumns, type Shield } from '../record-event.ts'

export type ToldAffiliation = { kind: AffiliationKind; name: string; role: string }

/** What somebody has told they belong to, while the consent it was told with holds. */
export async function readAffiliations(
  { db, now }: Pick<OperationContext, 'db' | 'now'>,
  personId: string,
): Promise<(ToldAffiliation & { id: string; consentId: string; since: string })[]> {
  const day = today(now)
  const rows = await db
    .selectFrom('people.affiliation as affiliation')
    .innerJoin('people.consent as consent', (join) =>
      join
        .onRef('consent.organisation_id', '=', 'affiliation.organisation_id')
        .onRef('consent.id', '=', 'affiliation.consent_id'),
    )
    .select([
      'affiliation.id',
      'affiliation.kind',
      'affiliation.name',
      'affiliation.role',
      'affiliation.consent_id as consentId',
      'affiliation.valid_from as since',
    ])
    .where('affiliation.person_id', '=', personId)
    .where('affiliation.valid_to', 'is', null)
    .where('consent.withdrawn_at', 'is', null)
    .where((row) => row.or([row('consent.expires_on', 'is', null), row('consent.expires_on', '>=', day)]))
    .orderBy('affiliation.kind')
    .orderBy('affiliation.name')
    .execute()
  return rows.map((row) => ({ ...row, kind: oneOf(affiliationKinds, row.kind) }))
}

/** The words that it is asked with today; null when the organisation has written none. */
export async function affiliationWording({ db, now }: Pick<OperationContext, 'db' | 'now'>) {
  const wordings = await currentWordings(db, today(now))
  return wordings.find(({ purpose }) => purpose === affiliationPurpose) ?? null
}

/**
 * Writes what somebody has told they belong to, by the consent they give with it to the words of today. Told again, it is what
 * they do there that is written anew. The timeline tells that it happened and not what was said.
 * @param person locked by `personForChange`
 * @param through how the consent was given, in words
 * @throws {Problem} notPossibleNow when there are no words to ask with
 */
export async function tellAffiliation(
  context: OperationContext,
  person: Shield,
  { kind, name, role }: ToldAffiliation,
  through: string,
): Promise<string> {
  const { db, now, organisationId } = context
  const wording = await affiliationWording(context)
  if (!wording) throw new Problem('notPossibleNow', { detail: 'affiliation.noWording' })
  const consentId = await giveConsent(context, person, { wordingId: wording.id, channel: 'any', through })
  await db
    .deleteFrom('people.affiliation')
    .where('person_id', '=', person.id)
    .where('kind', '=', kind)
    .where((row) => row(row.fn<string>('lower', ['name']), '=', row.fn<string>('lower', [row.val(name)])))
    .where('valid_to', 'is', null)
    .execute()
  const id = newId()
  await db
    .insertInto('people.affiliation')
    .values({
      ...shieldColumns(organisationId, person),
      id,
      kind,
      name,
      role,
      consent_id: consentId,
      valid_from: today(now),
      recorded_at: now,
      recorded_by_name: actorName(context).name,
    })
    .execute()
  await recordEvent(context, person, 'affiliationTold')
  return id
}

/**
 * Takes one of them away again. What somebody no longer wants us to know is not kept, not even as having been so.
 * @throws {Problem} notFound when it is not the person's
 */
export async function forgetAffiliation(
  context: OperationContext,
  person: Shield,
  affiliationId: string,
): Promise<void> {
  found(
    await context.db
      .deleteFrom('people.affiliation')
      .where('id', '=', affiliationId)
      .where('person_id', '=', person.id)
      .returning('id')
      .executeTakeFirst(),
  )
  await recordEvent(context, person, 'affiliationForgotten')
}
