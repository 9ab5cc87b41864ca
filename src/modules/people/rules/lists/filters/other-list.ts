import { z } from 'zod'
import { filterRule } from '../filter.ts'

/** Is in another list, living or static. No list may lead back to itself (cycles.ts). */
export const otherListRule = filterRule({
  name: 'list',
  part: null,
  input: z.strictObject({ listId: z.uuid() }),
  fields: [{ name: 'listId', as: 'list' }],
  phrase: ({ listId }, names) => ({ key: 'say.list', params: { list: names.get(listId) ?? '' } }),
  references: ({ listId }) => [{ kind: 'list', id: listId }],
  holds: ({ listId }, { id }, { inList }) => inList(listId).has(id),
})
