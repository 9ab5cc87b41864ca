import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { changeableTag } from '../../store/persons/tags.ts'

/** Puts a tag away: it is offered no longer, and shown on nobody. */
export const archiveTag = writeOperation({
  name: 'archive-tag',
  summary: 'Put a tag away; it is shown on nobody any longer.',
  route: 'POST /people/tags/{tagId}/archive',
  policy: organiserPolicy,
  input: z.object({ tagId: z.uuid() }),
  output: z.object({ unitId: z.uuid(), name: z.string() }),
  example: ({ people }) => ({ tagId: people.tagId }),
  audit: ({ tagId }, { unitId, name }) => ({ kind: 'tag', id: tagId, unitId, detail: { name } }),
  async run(context, { tagId }) {
    const { unitId, name } = await changeableTag(context, tagId)
    await context.db
      .updateTable('people.tag')
      .set({ archived_at: context.now })
      .where('id', '=', tagId)
      .execute()
    return { unitId, name }
  },
})
