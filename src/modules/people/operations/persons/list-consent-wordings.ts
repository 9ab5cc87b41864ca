import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { registerReaders } from '../../people-roles.ts'

/** What members are asked to agree to, in the words that hold now and those before. */
export const listConsentWordings = readOperation({
  name: 'list-consent-wordings',
  summary: 'What people are asked to agree to: each purpose with its versions, the newest first.',
  route: 'GET /people/consent-wordings',
  policy: { allow: 'roles', roles: registerReaders, reach: 'organisation' },
  input: z.object({}),
  output: z.object({
    wordings: z.array(
      z.object({
        id: z.uuid(),
        purpose: z.string(),
        version: z.number().int(),
        swedish: z.string(),
        english: z.string(),
        months: z.number().int().nullable(),
        validFrom: z.iso.date(),
        validTo: z.iso.date().nullable(),
      }),
    ),
  }),
  example: () => ({}),
  async run({ db }) {
    const wordings = await db
      .selectFrom('people.consent_wording')
      .select([
        'id',
        'purpose',
        'version',
        'swedish',
        'english',
        'months',
        'valid_from as validFrom',
        'valid_to as validTo',
      ])
      .orderBy('purpose')
      .orderBy('version', 'desc')
      .execute()
    return { wordings }
  },
})
