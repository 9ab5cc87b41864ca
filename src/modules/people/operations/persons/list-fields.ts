import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { registerReaders } from '../../people-roles.ts'
import { fieldTypes } from '../../rules/persons/field-value.ts'
import { oneOf } from '../../store/persons/one-of.ts'
import { fieldShape } from './field-input.ts'

/** The organisation's own fields about persons, in their order. Their values are in each record. */
export const listFields = readOperation({
  name: 'list-fields',
  summary: 'The organisation’s own fields about persons: their types, and who sees them.',
  route: 'GET /people/fields',
  policy: { allow: 'roles', roles: registerReaders, reach: 'organisation' },
  input: z.object({ archived: z.boolean().default(false).describe('Those put away too') }),
  output: z.object({ fields: z.array(fieldShape) }),
  example: () => ({}),
  async run({ db }, { archived }) {
    const rows = await db
      .selectFrom('people.field as field')
      .innerJoin('organisation.unit as unit', 'unit.id', 'field.unit_id')
      .select([
        'field.id',
        'field.unit_id as unitId',
        'unit.name as unit',
        'field.key',
        'field.label',
        'field.type',
        'field.choices',
        'field.visible_to as visibleTo',
        'field.own_page as ownPage',
        'field.archived_at as archivedAt',
      ])
      .$if(!archived, (query) => query.where('field.archived_at', 'is', null))
      .orderBy('field.position')
      .orderBy('field.label')
      .execute()
    return { fields: rows.map((row) => ({ ...row, type: oneOf(fieldTypes, row.type) })) }
  },
})
