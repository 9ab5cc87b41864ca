import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { requireFreeTagName } from '../../store/persons/tags.ts'
import { tagName } from './tag-name.ts'

/** Makes a tag for a unit's own use. */
export const createTag = writeOperation({
  name: 'create-tag',
  summary: 'Make a tag for a unit; those above the unit see it too.',
  route: 'POST /people/tags',
  policy: organiserPolicy,
  input: z.object({ unitId: z.uuid(), name: tagName }),
  output: z.object({ tagId: z.uuid() }),
  example: ({ organisation }) => ({ unitId: organisation.unitId, name: 'Kan baka' }),
  audit: ({ unitId, name }, { tagId }) => ({ kind: 'tag', id: tagId, unitId, detail: { name } }),
  async run(context, { unitId, name }) {
    requireReach(context, unitId)
    await requireFreeTagName(context, { unitId, name })
    const id = newId()
    await context.db
      .insertInto('people.tag')
      .values({ organisation_id: context.organisationId, id, unit_id: unitId, name, created_at: context.now })
      .execute()
    return { tagId: id }
  },
})
