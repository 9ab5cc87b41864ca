import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { fieldTypes } from '../../rules/persons/field-value.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { fieldChoices, fieldLabel, fieldVisibility, visibleTo } from './field-input.ts'

/** Makes a field for the persons of a unit and all below. Keep nothing that is not needed (GDPR art. 5.1 c). */
export const createField = writeOperation({
  name: 'create-field',
  summary: 'Make a field of the organisation’s own for the persons of a unit and all units below.',
  route: 'POST /people/fields',
  policy: registrarPolicy,
  input: z.object({
    unitId: z.uuid(),
    key: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'field.key'),
    label: fieldLabel,
    type: z.enum(fieldTypes),
    choices: fieldChoices.default([]),
    visibleTo: fieldVisibility.default(['organiser']),
    ownPage: z.boolean().default(false).describe('Does the person see it on the own page?'),
  }),
  output: z.object({ fieldId: z.uuid() }),
  example: ({ organisation }) => ({
    unitId: organisation.unitId,
    key: 'shirtSize',
    label: 'Tröjstorlek',
    type: 'choice' as const,
    choices: ['S', 'M', 'L'],
  }),
  audit: ({ unitId, key }, { fieldId }) => ({ kind: 'field', id: fieldId, unitId, detail: { key } }),
  async run(context, { unitId, key, label, type, choices, visibleTo: roles, ownPage }) {
    requireReach(context, unitId)
    const { db, organisationId, now } = context
    if ((type === 'choice' || type === 'choices') && choices.length === 0) {
      throw new Problem('invalidInput', { issues: [{ path: ['choices'], message: 'field.choices' }] })
    }
    const others = await db.selectFrom('people.field').select(['key', 'position']).execute()
    if (others.some((each) => each.key === key)) {
      throw new Problem('invalidInput', { issues: [{ path: ['key'], message: 'field.exists' }] })
    }
    const id = newId()
    await db
      .insertInto('people.field')
      .values({
        organisation_id: organisationId,
        id,
        unit_id: unitId,
        key,
        label,
        type,
        choices: [...new Set(choices)],
        visible_to: visibleTo(roles),
        own_page: ownPage,
        position: Math.max(0, ...others.map((each) => each.position)) + 1,
        created_at: now,
      })
      .execute()
    return { fieldId: id }
  },
})
