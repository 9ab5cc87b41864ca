import type { OperationContext } from '#platform/operations/context.ts'
import { found } from '#platform/operations/problem.ts'
import { fieldTypes } from '../../rules/persons/field-value.ts'
import { oneOf } from './one-of.ts'
import { requireReach } from './require-reach.ts'

/** A field in use. @throws {Problem} notFound, also for one that was put away */
export async function fieldInUse({ db }: Pick<OperationContext, 'db'>, fieldId: string) {
  const field = found(
    await db
      .selectFrom('people.field')
      .select(['id', 'unit_id as unitId', 'key', 'label', 'type', 'choices', 'visible_to as visibleTo'])
      .where('id', '=', fieldId)
      .where('archived_at', 'is', null)
      .executeTakeFirst(),
  )
  return { ...field, type: oneOf(fieldTypes, field.type) }
}

/** The same, for those trusted with the unit whose field it is. @throws {Problem} notFound */
export async function ownField(context: OperationContext, fieldId: string) {
  const field = await fieldInUse(context, fieldId)
  requireReach(context, field.unitId)
  return field
}
