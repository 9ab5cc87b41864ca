import { z } from 'zod'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { readPair } from '../../store/duplicates/list-pairs.ts'

/** Says that two records are of two persons. They are not brought up again unless they become more alike. */
export const dismissDuplicate = writeOperation({
  name: 'dismiss-duplicate',
  summary: 'Say that two records are of two persons; the pair comes back only if they become more alike.',
  route: 'POST /people/duplicates/{pairId}/dismissal',
  policy: registrarPolicy,
  input: z.object({ pairId: z.uuid() }),
  output: z.object({ pairId: z.uuid() }),
  example: ({ duplicates }) => ({ pairId: duplicates.pairId }),
  audit: ({ pairId }) => ({ kind: 'duplicatePair', id: pairId }),
  async run(context, { pairId }) {
    const { db, now } = context
    const { score } = found(await readPair(db, pairId))
    await db
      .updateTable('people.duplicate_pair')
      .set({
        decision: 'different',
        decided_at: now,
        decided_by_name: actorName(context).name,
        decided_score: score,
      })
      .where('id', '=', pairId)
      .execute()
    return { pairId }
  },
})
