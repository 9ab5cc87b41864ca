import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { ownField } from '../../store/persons/fields.ts'

/** Puts a field away: it is shown on nobody. Its values are kept until they are erased. */
export const archiveField = writeOperation({
  name: 'archive-field',
  summary: 'Put a field away; it is shown on nobody any longer.',
  route: 'POST /people/fields/{fieldId}/archive',
  policy: registrarPolicy,
  input: z.object({ fieldId: z.uuid() }),
  output: z.object({ unitId: z.uuid(), key: z.string() }),
  example: ({ people }) => ({ fieldId: people.fieldId }),
  audit: ({ fieldId }, { unitId, key }) => ({ kind: 'field', id: fieldId, unitId, detail: { key } }),
  async run(context, { fieldId }) {
    const { unitId, key } = await ownField(context, fieldId)
    await context.db
      .updateTable('people.field')
      .set({ archived_at: context.now })
      .where('id', '=', fieldId)
      .execute()
    return { unitId, key }
  },
})
