import { z } from 'zod'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { registerPolicy, registerReaders } from '../../people-roles.ts'
import { toldCount } from '../../rules/small-counts.ts'
import { askingOf } from '../../store/lists/asking-of.ts'
import { countSteps } from '../../store/lists/count-steps.ts'
import { sayQuery } from '../../store/lists/say-query.ts'
import { sightFor } from '../../store/lists/sight.ts'
import { countedQuery } from './example-query.ts'
import { query } from './shapes.ts'

const told = z.number().int().nullable()

/** Figures without names, for those who see no more: small ones are not told, others to the nearest five. */
export const previewListCounts = personalReadOperation({
  name: 'preview-list-counts',
  summary: 'How many people a query finds, without names; small numbers are not told.',
  route: 'POST /people/lists/preview-counts',
  policy: registerPolicy,
  input: z.object({ query }),
  output: z.object({
    words: z.string(),
    /** Null when it is fewer than five. */
    everybody: told,
    found: told,
    steps: z.array(z.object({ path: z.array(z.number().int()), alone: told, after: told })),
  }),
  example: () => ({ query: countedQuery }),
  audit: (_input, output) => ({ kind: 'list', id: null, detail: { words: output.words.slice(0, 300) } }),
  async run(context, { query: asked }) {
    const sight = sightFor(context.actor, registerReaders)
    const { asking, references } = await askingOf(context, asked, sight, { news: true })
    const counts = await countSteps(context.db, asked, asking)
    return {
      words: sayQuery(asked, references.names, context.language),
      everybody: toldCount(counts.everybody),
      found: toldCount(counts.found),
      steps: counts.steps.map(({ path, alone, after }) => ({
        path,
        alone: toldCount(alone),
        after: toldCount(after),
      })),
    }
  },
})
