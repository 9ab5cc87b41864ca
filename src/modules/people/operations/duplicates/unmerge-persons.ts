import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { unmergePersons as takeApart } from '../../store/duplicates/unmerge.ts'

/** Takes two records apart that were put together. */
export const unmergePersons = writeOperation({
  name: 'unmerge-persons',
  summary:
    'Take two records apart that were put together: both are as they were, and what was changed since stays and is told.',
  route: 'POST /people/merges/{mergeId}/undoing',
  policy: registrarPolicy,
  input: z.object({ mergeId: z.uuid() }),
  output: z.object({
    keptPersonId: z.uuid(),
    otherPersonId: z.uuid(),
    remainders: z.array(
      z.object({
        table: z.string(),
        outcome: z
          .enum(['changed', 'missing', 'replaced', 'added'])
          .describe('Why it is not as it was: changed, taken away, replaced or added since'),
        rows: z.int(),
      }),
    ),
  }),
  example: ({ duplicates }) => ({ mergeId: duplicates.mergeId }),
  audit: ({ mergeId }, { keptPersonId, otherPersonId }) => ({
    kind: 'person',
    id: keptPersonId,
    detail: { otherPersonId, mergeId },
  }),
  run: (context, { mergeId }) => takeApart(context, mergeId),
})
