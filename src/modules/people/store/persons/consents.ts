import { Temporal } from 'temporal-polyfill'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { recordEvent, shieldColumns, type Shield } from '../record-event.ts'

export type GivenConsent = {
  wordingId: string
  channel: 'any' | 'email' | 'sms' | 'phone' | 'post'
  /** How it was given, in words: `on the phone`, `join`. */
  through: string
}

/**
 * Writes that somebody agrees to the words of today. One that holds already for the same words and channel stays.
 * @returns its id
 * @throws {Problem} notFound without such words, notPossibleNow when there are newer ones
 */
export async function giveConsent(
  context: OperationContext,
  person: Shield,
  { wordingId, channel, through }: GivenConsent,
): Promise<string> {
  const { db, organisationId, now } = context
  const wording = found(
    await db
      .selectFrom('people.consent_wording')
      .select(['purpose', 'version', 'months', 'valid_to'])
      .where('id', '=', wordingId)
      .executeTakeFirst(),
  )
  if (wording.valid_to !== null) throw new Problem('notPossibleNow', { detail: 'consent.newerWords' })
  const day = today(now)
  const before = await db
    .selectFrom('people.consent')
    .select('id')
    .where('person_id', '=', person.id)
    .where('wording_id', '=', wordingId)
    .where('channel', '=', channel)
    .where('withdrawn_at', 'is', null)
    .where((where) => where.or([where('expires_on', 'is', null), where('expires_on', '>', day)]))
    .executeTakeFirst()
  if (before) return before.id
  const id = newId()
  await db
    .insertInto('people.consent')
    .values({
      ...shieldColumns(organisationId, person),
      id,
      wording_id: wordingId,
      channel,
      given_at: now,
      given_through: through,
      expires_on:
        wording.months === null
          ? null
          : Temporal.PlainDate.from(day).add({ months: wording.months }).toString(),
    })
    .execute()
  const { purpose, version } = wording
  await recordEvent(context, person, 'consentGiven', { purpose, version, channel, through })
  return id
}

/**
 * Takes a consent back; it is kept that it was given and when it ended. What was kept by it is shown no longer.
 * @throws {Problem} notFound when it is not the person's, or has been taken back
 */
export async function withdrawConsent(
  context: OperationContext,
  person: Shield,
  consentId: string,
): Promise<void> {
  const { db, now } = context
  const consent = found(
    await db
      .selectFrom('people.consent as consent')
      .innerJoin('people.consent_wording as wording', 'wording.id', 'consent.wording_id')
      .select(['consent.channel', 'wording.purpose'])
      .where('consent.id', '=', consentId)
      .where('consent.person_id', '=', person.id)
      .where('consent.withdrawn_at', 'is', null)
      .executeTakeFirst(),
  )
  await db.updateTable('people.consent').set({ withdrawn_at: now }).where('id', '=', consentId).execute()
  await recordEvent(context, person, 'consentWithdrawn', {
    purpose: consent.purpose,
    channel: consent.channel,
  })
}
