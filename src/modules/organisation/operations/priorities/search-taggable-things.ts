import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { nearestDay } from '../../rules/priorities/order.ts'
import { readTags } from '../../store/priorities/coverage.ts'
import { listOfPriority, readLists } from '../../store/priorities/read-priorities.ts'
import { findThings, kindWord, readableKinds } from '../../store/priorities/taggable-registry.ts'
import { priorityWriters, thingKind, thingShape } from './priority-shapes.ts'

/** So many of a kind are shown; who looks for more writes more words. */
const mostShown = 20

/** Things that could carry a priority and do not: by words in what they are called, kind by kind. */
export const searchTaggableThings = readOperation({
  name: 'search-taggable-things',
  summary: 'Things that could carry a priority and do not, by words in what they are called.',
  route: 'GET /priorities/{priorityId}/candidates',
  policy: { allow: 'roles', roles: priorityWriters },
  input: z.object({
    priorityId: z.uuid(),
    words: z.string().trim().max(100).default(''),
    kind: thingKind.optional(),
  }),
  output: z.object({
    kinds: z.array(
      z.object({
        kind: z.string(),
        word: z.string(),
        /** How many fit; `things` are the first of them. */
        total: z.number().int(),
        things: z.array(thingShape),
      }),
    ),
  }),
  example: ({ organisation }) => ({ priorityId: organisation.priorityId, words: 'hörslinga' }),
  async run(context, { priorityId, words, kind }) {
    const { db, language, now } = context
    const list = found((await readLists(db, { listId: await listOfPriority(db, priorityId) }))[0])
    const tagged = await readTags(db, [priorityId], nearestDay(list, today(now)))
    const during = { from: list.validFrom, to: list.validTo }
    const kinds = []
    for (const taggable of readableKinds(context)) {
      if (kind && kind !== taggable.kind) continue
      const things = await findThings(context, taggable, { words, during })
      const free = things.filter(
        (thing) => !tagged.some((tag) => tag.kind === thing.kind && tag.thingId === thing.id),
      )
      if (free.length === 0) continue
      kinds.push({
        kind: taggable.kind,
        word: kindWord(taggable, language, 2),
        total: free.length,
        things: free.slice(0, mostShown).map(({ unitId: _, ...thing }) => thing),
      })
    }
    return { kinds }
  },
})
