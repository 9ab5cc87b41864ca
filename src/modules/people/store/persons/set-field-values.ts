import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { readFieldValue } from '../../rules/persons/field-value.ts'
import { rolesIn } from '../../rules/persons/seen-by.ts'
import { recordEvent, shieldColumns, type Shield } from '../record-event.ts'
import { fieldInUse } from './fields.ts'
import { readFields } from './read-fields.ts'

/**
 * Writes a person's values in a field from today: those before have their last day.
 * @param person locked by `personForChange`
 * @throws {Problem} notFound for a field that does not hold for the person's unit or is not seen; invalidInput for what
 * its type does not allow
 */
export async function setFieldValues(
  context: OperationContext,
  person: Shield,
  fieldId: string,
  written: readonly string[],
): Promise<void> {
  const { db, now, organisationId, actor } = context
  const field = await fieldInUse(context, fieldId)
  const fields = await readFields(context, person.id, person.homeUnitId, rolesIn(actor, [person.homeUnitId]))
  const before = found(fields.find((each) => each.id === fieldId)).values
  const values = readFieldValue(field, written)
  if (!Array.isArray(values)) {
    throw new Problem('invalidInput', { issues: [{ path: ['values'], message: values.fault }] })
  }
  const day = today(now)
  const gone = before.filter((value) => !values.includes(value))
  const come = values.filter((value) => !before.includes(value))
  if (gone.length === 0 && come.length === 0) return
  if (gone.length > 0) {
    await db
      .updateTable('people.field_value')
      .set({ valid_to: day })
      .where('person_id', '=', person.id)
      .where('field_id', '=', fieldId)
      .where('value', 'in', gone)
      .where('valid_to', 'is', null)
      .execute()
  }
  for (const value of come) {
    await db
      .insertInto('people.field_value')
      .values({
        ...shieldColumns(organisationId, person),
        id: newId(),
        field_id: fieldId,
        value,
        valid_from: day,
        recorded_at: now,
      })
      .execute()
  }
  await recordEvent(context, person, 'fieldSet', { fieldId, field: field.label, before, after: values })
}
