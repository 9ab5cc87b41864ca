import { z } from 'zod'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { readPair } from '../../store/duplicates/list-pairs.ts'
import { readSides } from '../../store/duplicates/read-sides.ts'
import { reasonOutput, sideOutput } from './duplicate-shapes.ts'

/** Two records beside each other. */
export const getDuplicate = personalReadOperation({
  name: 'get-duplicate',
  summary: 'Two records that may be of one person, beside each other, and what speaks for and against it.',
  route: 'GET /people/duplicates/{pairId}',
  policy: registrarPolicy,
  input: z.object({ pairId: z.uuid() }),
  output: z.object({
    pairId: z.uuid(),
    score: z.number(),
    reasons: z.array(reasonOutput),
    decidedBy: z.string().nullable(),
    first: sideOutput,
    second: sideOutput,
  }),
  example: ({ duplicates }) => ({ pairId: duplicates.pairId }),
  audit: ({ pairId }, { first, second }) => ({
    kind: 'duplicatePair',
    id: pairId,
    aboutPersonIds: [first.id, second.id],
  }),
  async run({ db, services }, { pairId }) {
    const { first, second, ...pair } = found(await readPair(db, pairId))
    const sides = await readSides(db, services, [first, second])
    const side = (id: string) => found(sides.find((each) => each.id === id))
    return { ...pair, first: side(first), second: side(second) }
  },
})
