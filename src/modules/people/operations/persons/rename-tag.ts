import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { requireFreeTagName, changeableTag } from '../../store/persons/tags.ts'
import { tagName } from './tag-name.ts'

/** Calls a tag something else; those who carry it go on carrying it. */
export const renameTag = writeOperation({
  name: 'rename-tag',
  summary: 'Call a tag something else.',
  route: 'PATCH /people/tags/{tagId}',
  policy: organiserPolicy,
  input: z.object({ tagId: z.uuid(), name: tagName }),
  output: z.object({ unitId: z.uuid(), before: z.string() }),
  example: ({ people }) => ({ tagId: people.tagId, name: 'Kör buss' }),
  audit: ({ tagId, name }, { unitId, before }) => ({
    kind: 'tag',
    id: tagId,
    unitId,
    detail: { name, before },
  }),
  async run(context, { tagId, name }) {
    const tag = await changeableTag(context, tagId)
    await requireFreeTagName(context, { unitId: tag.unitId, name, except: tagId })
    await context.db.updateTable('people.tag').set({ name }).where('id', '=', tagId).execute()
    return { unitId: tag.unitId, before: tag.name }
  },
})
