import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { dayBefore } from '../../rules/days.ts'
import { recordEvent, shieldColumns, type Shield } from '../record-event.ts'

/** How somebody wants to take part, as they told it. */
export type Engagement = {
  interests: string[]
  skills: string[]
  affiliations: string[]
  availability: string
  /** How far it may be searched: those who organise the home unit, or the whole district. */
  visibility: 'unit' | 'district'
}

/**
 * Writes how somebody wants to take part; what was told before has its last day.
 * @param person locked by `personForChange`
 * @param consentId what they agreed to before anything was written
 */
export async function setEngagement(
  context: OperationContext,
  person: Shield,
  engagement: Engagement,
  consentId: string,
): Promise<void> {
  const { db, now, organisationId } = context
  const day = today(now)
  const before = await db
    .selectFrom('people.engagement')
    .select(['id', 'valid_from'])
    .where('person_id', '=', person.id)
    .where('valid_to', 'is', null)
    .where('replaced_at', 'is', null)
    .forUpdate()
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
      ...engagement,
      consent_id: consentId,
      valid_from: day,
      recorded_at: now,
      recorded_by_name: actorName(context).name,
    })
    .execute()
  await recordEvent(context, person, 'engagementChanged')
}
