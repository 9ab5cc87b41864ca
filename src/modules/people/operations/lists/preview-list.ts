import { z } from 'zod'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { organiserPolicy, organisers } from '../../people-roles.ts'
import { firstColumns } from '../../rules/lists/columns.ts'
import { askingOf } from '../../store/lists/asking-of.ts'
import { countSteps } from '../../store/lists/count-steps.ts'
import { peopleOfList } from '../../store/lists/people-of-list.ts'
import { sayQuery } from '../../store/lists/say-query.ts'
import { sayEveryStep } from '../../store/lists/say-steps.ts'
import { sightFor } from '../../store/lists/sight.ts'
import { exampleQuery } from './example-query.ts'
import { listId, offeredColumn, people, query, shownAs } from './shapes.ts'

/** Tries a query: how many each step finds, and the first people of the list it would make. */
export const previewList = personalReadOperation({
  name: 'preview-list',
  summary: 'How many people each step of a query finds, and the first of them; saves nothing.',
  route: 'POST /people/lists/preview',
  policy: organiserPolicy,
  input: z.object({
    query,
    columns: shownAs.columns.default([...firstColumns]),
    sorting: shownAs.sorting.default('name'),
    descending: shownAs.descending.default(false),
    /** The list that is being changed, which may not come to build on itself. */
    listId: listId.optional(),
    limit: z.number().int().min(0).max(50).default(10),
  }),
  output: z.object({
    words: z.string(),
    /** Everybody the caller sees. */
    everybody: z.number().int(),
    found: z.number().int(),
    /** A step by its place: the places of the groups it lies in, and its own. */
    steps: z.array(
      z.object({
        path: z.array(z.number().int()),
        words: z.string(),
        alone: z.number().int(),
        /** Together with the steps before it in its group. */
        after: z.number().int(),
      }),
    ),
    columns: z.array(offeredColumn),
    people,
  }),
  example: () => ({ query: exampleQuery }),
  audit: (_input, output) => ({
    kind: 'list',
    id: null,
    aboutPersonIds: output.people.map(({ id }) => id),
    detail: { found: output.found, words: output.words.slice(0, 300) },
  }),
  async run(context, { query: asked, listId: id = null, limit, ...shown }) {
    const sight = sightFor(context.actor, organisers)
    const { asking, references } = await askingOf(context, asked, sight, { listId: id, news: true })
    const counts = await countSteps(context.db, asked, asking)
    const list = { id, kind: 'living' as const, query: asked, ...shown }
    const first = await peopleOfList(context, list, { limit, offset: 0 }, { news: true })
    const words = new Map(
      sayEveryStep(asked, references.names, context.language).map(({ path, words: said }) => [
        path.join('.'),
        said,
      ]),
    )
    return {
      words: sayQuery(asked, references.names, context.language),
      everybody: counts.everybody,
      found: counts.found,
      steps: counts.steps.map((step) => ({ ...step, words: words.get(step.path.join('.')) ?? '' })),
      columns: first.columns,
      people: first.people,
    }
  },
})
