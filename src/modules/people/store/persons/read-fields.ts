import { sql } from 'kysely'
import type { Role } from '#platform/access/roles.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { fieldTypes } from '../../rules/persons/field-value.ts'
import type { PersonRecord } from '../../operations/persons/record-shape.ts'
import { oneOf } from './one-of.ts'

/**
 * The organisation's own fields for persons of a unit, those that one of the roles sees, with a person's values.
 * A field belongs to a unit and holds for it and all below.
 */
export async function readFields(
  { db, organisationId }: Pick<OperationContext, 'db' | 'organisationId'>,
  personId: string,
  homeUnitId: string,
  roles: readonly Role[],
): Promise<NonNullable<PersonRecord['fields']>> {
  const rows = await db
    .selectFrom('people.field as field')
    .leftJoin('people.field_value as value', (join) =>
      join
        .onRef('value.field_id', '=', 'field.id')
        .on('value.person_id', '=', personId)
        .on('value.valid_to', 'is', null),
    )
    .select(['field.id', 'field.key', 'field.label', 'field.type', 'field.choices', 'value.value'])
    .where('field.archived_at', 'is', null)
    .where(sql<boolean>`field.visible_to && ${[...roles]}::text[]`)
    .where(sql<boolean>`field.unit_id in (${unitsAbove(organisationId, homeUnitId)})`)
    .orderBy('field.position')
    .orderBy('field.label')
    .orderBy('value.value')
    .execute()
  const fields = Map.groupBy(rows, (row) => row.id)
  return [...fields.values()].map((values) => {
    const { id, key, label, type, choices } = values[0]!
    return {
      id,
      key,
      label,
      type: oneOf(fieldTypes, type),
      choices,
      values: values.flatMap((row) => (row.value === null ? [] : [row.value])),
    }
  })
}

/** A unit and those it lies under today, as a query. */
function unitsAbove(organisationId: string, unitId: string) {
  return sql<string>`
    with recursive above as (
      select unit.id, unit.parent_id from organisation.unit unit
        where unit.organisation_id = ${organisationId} and unit.id = ${unitId}
      union
      select unit.id, unit.parent_id from organisation.unit unit join above on unit.id = above.parent_id
        where unit.organisation_id = ${organisationId}
    ) select above.id from above`
}
