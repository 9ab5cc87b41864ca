import { z } from 'zod'
import { filterRule } from '../filter.ts'

/** Carries a tag. */
export const tagRule = filterRule({
  name: 'tag',
  part: 'tags',
  input: z.strictObject({ tagId: z.uuid() }),
  fields: [{ name: 'tagId', as: 'tag' }],
  phrase: ({ tagId }, names) => ({ key: 'say.tag', params: { tag: names.get(tagId) ?? '' } }),
  references: ({ tagId }) => [{ kind: 'tag', id: tagId }],
  holds: ({ tagId }, { tagIds }) => tagIds.includes(tagId),
})
