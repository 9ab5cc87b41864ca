import { z } from 'zod'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { latestSearch, listPairs } from '../../store/duplicates/list-pairs.ts'
import { readSides } from '../../store/duplicates/read-sides.ts'
import { reasonOutput, searchOutput, sideOutput } from './duplicate-shapes.ts'

const pageLength = 25

/** Pairs of records that may be of one person, the likeliest first. */
export const listDuplicates = personalReadOperation({
  name: 'list-duplicates',
  summary:
    'Pairs of records that may be of one person and both are yours to see, the likeliest first, with reasons.',
  route: 'GET /people/duplicates',
  policy: registrarPolicy,
  input: z.object({
    decided: z.boolean().default(false).describe('Those found to be two persons instead'),
    page: z.int().min(1).max(1000).default(1),
  }),
  output: z.object({
    total: z.int(),
    pages: z.int(),
    pairs: z.array(
      z.object({
        pairId: z.uuid(),
        score: z.number(),
        reasons: z.array(reasonOutput),
        decidedBy: z.string().nullable(),
        first: sideOutput,
        second: sideOutput,
      }),
    ),
    search: searchOutput,
  }),
  example: () => ({}),
  audit: (_, { pairs }) => ({
    kind: 'duplicatePair',
    id: null,
    aboutPersonIds: [...new Set(pairs.flatMap(({ first, second }) => [first.id, second.id]))],
    detail: { count: pairs.length },
  }),
  async run({ db, services }, { decided, page }) {
    const { total, pairs } = await listPairs(db, {
      decided,
      limit: pageLength,
      offset: (page - 1) * pageLength,
    })
    const ids = pairs.flatMap(({ first, second }) => [first, second])
    const sides = new Map(
      (ids.length > 0 ? await readSides(db, services, ids) : []).map((side) => [side.id, side]),
    )
    return {
      total,
      pages: Math.ceil(total / pageLength),
      pairs: pairs.map(({ first, second, ...pair }) => ({
        ...pair,
        first: sides.get(first)!,
        second: sides.get(second)!,
      })),
      search: await latestSearch(db),
    }
  },
})
