import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { registrars } from '../../people-roles.ts'

/**
 * Gives a purpose new words to agree to. Those who agreed to the words before have agreed to those: what was agreed to
 * is never rewritten (GDPR art. 7.1).
 */
export const setConsentWording = writeOperation({
  name: 'set-consent-wording',
  summary: 'Give a purpose the words people are asked to agree to; new words are a new version.',
  route: 'PUT /people/consent-wordings/{purpose}',
  policy: { allow: 'roles', roles: registrars, secondFactor: true, heldIn: 'topUnit' },
  input: z.object({
    purpose: z.string().regex(/^[a-z][a-zA-Z0-9-]{0,59}$/, 'consent.purpose'),
    swedish: z.string().trim().min(1).max(4000),
    english: z.string().trim().min(1).max(4000),
    months: z.number().int().min(1).max(240).nullable().default(null).describe('For how long it holds'),
  }),
  output: z.object({ wordingId: z.uuid(), version: z.number().int() }),
  example: () => ({
    purpose: 'newsletter',
    swedish: 'Jag vill få distriktets nyhetsbrev.',
    english: 'I want the district’s newsletter.',
    months: 24,
  }),
  audit: ({ purpose }, { wordingId, version }) => ({
    kind: 'consentWording',
    id: wordingId,
    detail: { purpose, version },
  }),
  async run({ db, now, organisationId }, { purpose, swedish, english, months }) {
    const before = await db
      .selectFrom('people.consent_wording')
      .select(['id', 'version', 'valid_to', 'swedish', 'english', 'months'])
      .where('purpose', '=', purpose)
      .orderBy('version', 'desc')
      .forUpdate()
      .limit(1)
      .executeTakeFirst()
    if (
      before &&
      before.valid_to === null &&
      before.swedish === swedish &&
      before.english === english &&
      before.months === months
    ) {
      return { wordingId: before.id, version: before.version }
    }
    const day = today(now)
    if (before && before.valid_to === null) {
      await db
        .updateTable('people.consent_wording')
        .set({ valid_to: day })
        .where('id', '=', before.id)
        .execute()
    }
    const row = { id: newId(), version: (before?.version ?? 0) + 1 }
    await db
      .insertInto('people.consent_wording')
      .values({
        ...row,
        organisation_id: organisationId,
        purpose,
        swedish,
        english,
        months,
        valid_from: day,
        recorded_at: now,
      })
      .execute()
    return { wordingId: row.id, version: row.version }
  },
})
