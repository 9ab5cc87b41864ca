import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { ownField } from '../../store/persons/fields.ts'
import { fieldChoices, fieldLabel, fieldVisibility, visibleTo } from './field-input.ts'

/** Changes what a field is called, what can be chosen and who sees it. Its type stays: values have been written in it. */
export const changeField = writeOperation({
  name: 'change-field',
  summary: 'Change a field’s label, choices and who sees it; its type stays.',
  route: 'PATCH /people/fields/{fieldId}',
  policy: registrarPolicy,
  input: z.object({
    fieldId: z.uuid(),
    label: fieldLabel.optional(),
    choices: fieldChoices.optional(),
    visibleTo: fieldVisibility.optional(),
    ownPage: z.boolean().optional(),
  }),
  output: z.object({ unitId: z.uuid(), key: z.string() }),
  example: ({ people }) => ({ fieldId: people.fieldId, label: 'Färdsätt', visibleTo: [] }),
  audit: ({ fieldId }, { unitId, key }) => ({ kind: 'field', id: fieldId, unitId, detail: { key } }),
  async run(context, { fieldId, label, choices, visibleTo: roles, ownPage }) {
    const field = await ownField(context, fieldId)
    if (choices) {
      // A choice that somebody has made can be offered no longer only when nobody has it.
      const used = await context.db
        .selectFrom('people.field_value')
        .select('value')
        .distinct()
        .where('field_id', '=', fieldId)
        .where('valid_to', 'is', null)
        .execute()
      const missing = used.find((each) => !choices.includes(each.value))
      if (missing && field.choices.length > 0) {
        throw new Problem('notPossibleNow', {
          detail: 'field.choiceInUse',
          params: { choice: missing.value },
        })
      }
      if (choices.length === 0 && field.choices.length > 0) {
        throw new Problem('invalidInput', { issues: [{ path: ['choices'], message: 'field.choices' }] })
      }
    }
    const changes = {
      ...(label === undefined ? {} : { label }),
      ...(choices === undefined ? {} : { choices: [...new Set(choices)] }),
      ...(roles === undefined ? {} : { visible_to: visibleTo(roles) }),
      ...(ownPage === undefined ? {} : { own_page: ownPage }),
    }
    if (Object.keys(changes).length > 0) {
      await context.db.updateTable('people.field').set(changes).where('id', '=', fieldId).execute()
    }
    return { unitId: field.unitId, key: field.key }
  },
})
