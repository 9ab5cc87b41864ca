import { z } from 'zod'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { protectedPolicy } from '../../people-roles.ts'
import { erasePerson as erase } from '../../store/privacy/erase.ts'

/**
 * Erases a person from every table, and answers the request for it when there is one. It cannot be undone, which is
 * why it is confirmed in words. One whose identity is protected has the same right. Whoever has asked for it themselves is
 * kept from being written down again unasked.
 */
export const erasePerson = writeOperation({
  name: 'erase-person',
  summary: 'Erase a person from every table; it cannot be undone.',
  route: 'POST /people/persons/{personId}/erasure',
  policy: protectedPolicy,
  input: z.object({
    personId: z.uuid(),
    confirmed: z.boolean(),
    keepOut: z
      .boolean()
      .default(false)
      .describe(
        'They want to be gone: nobody writes them down again unasked. So it is when they asked here.',
      ),
  }),
  output: z.object({ erased: z.literal(true) }),
  example: ({ people }) => ({ personId: people.otherPersonId, confirmed: true }),
  audit: ({ personId }) => ({ kind: 'person', id: personId }),
  async run(context, { personId, confirmed, keepOut }) {
    if (!confirmed) {
      throw new Problem('invalidInput', { issues: [{ path: ['confirmed'], message: 'erasure.confirm' }] })
    }
    const { db, now } = context
    const answered = await db
      .updateTable('people.erasure_request')
      .set({ state: 'done', decided_at: now, decided_by_name: actorName(context).name })
      .where('person_id', '=', personId)
      .where('state', '=', 'asked')
      .returning('id')
      .execute()
    await erase(context, personId, { keepOut: keepOut || answered.length > 0 })
    return { erased: true as const }
  },
})
