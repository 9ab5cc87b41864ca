import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { dayBefore } from '../../rules/days.ts'
import { recordEvent, shieldColumns, type Shield } from '../record-event.ts'

export type Engagement = {
  consentId: string
  interests: string[]
  skills: string[]
  availability: string
  affiliations: string[]
  visibility: 'unit' | 'district'
}

/**
 * Keeps how somebody wants to take part, from today; what stood before has its last day, or is replaced when it is
 * from today too.
 * @param person locked by `personForChange`
 * @throws {Problem} notFound without such a consent, notPossibleNow when it holds no longer
 */
export async function setEngagement(
  context: OperationContext,
  person: Shield,
  engagement: Engagement,
): Promise<void> {
  const { db, now, organisationId } = context
  const day = today(now)
  const consent = found(
    await db
      .selectFrom('people.consent')
      .select(['withdrawn_at', 'expires_on'])
      .where('id', '=', engagement.consentId)
      .where('person_id', '=', person.id)
      .executeTakeFirst(),
  )
  if (consent.withdrawn_at !== null || (consent.expires_on !== null && consent.expires_on <= day)) {
    throw new Problem('notPossibleNow', { detail: 'engagement.noConsent' })
  }
  const before = await db
    .selectFrom('people.engagement')
    .select(['id', 'valid_from'])
    .where('person_id', '=', person.id)
    .where('valid_to', 'is', null)
    .where('replaced_at', 'is', null)
    .executeTakeFirst()
  if (before) {
    await db
      .updateTable('people.engagement')
      .set(before.valid_from < day ? { valid_to: dayBefore(day) } : { replaced_at: now })
      .where('id', '=', before.id)
      .execute()
  }
  await db
    .insertInto('people.engagement')
    .values({
      ...shieldColumns(organisationId, person),
      id: newId(),
      interests: engagement.interests,
      skills: engagement.skills,
      availability: engagement.availability,
      affiliations: engagement.affiliations,
      visibility: engagement.visibility,
      consent_id: engagement.consentId,
      valid_from: day,
      recorded_at: now,
      recorded_by_name: actorName(context).name,
    })
    .execute()
  await recordEvent(context, person, 'engagementChanged', {})
}
