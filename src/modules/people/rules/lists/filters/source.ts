import { z } from 'zod'
import { filterRule } from '../filter.ts'

/** Came into the register in a way: `import`, `join`, `by hand`, the name of a campaign's link. */
export const sourceRule = filterRule({
  name: 'source',
  part: 'timeline',
  input: z.strictObject({ source: z.string().trim().min(1).max(200) }),
  fields: [{ name: 'source', as: 'source' }],
  phrase: ({ source }) => ({ key: 'say.source', params: { source } }),
  holds: (input, { source }) => source === input.source,
})
