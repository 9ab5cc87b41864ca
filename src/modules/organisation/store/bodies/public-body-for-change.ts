import type { OperationContext } from '#platform/operations/context.ts'
import { found, Problem } from '#platform/operations/problem.ts'

/**
 * The public body a change is about, locked until the change is written, with what it has been.
 * @throws {Problem} notFound when there is none, or its unit is not one the caller is trusted with
 */
export async function publicBodyForChange(
  { db, scope }: Pick<OperationContext, 'db' | 'scope'>,
  publicBodyId: string,
) {
  const body = found(
    await db
      .selectFrom('organisation.public_body')
      .select(['unit_id as unitId', 'valid_to as validTo'])
      .where('id', '=', publicBodyId)
      .forUpdate()
      .executeTakeFirst(),
  )
  if (scope !== 'organisation' && !scope.includes(body.unitId)) throw new Problem('notFound')
  const records = await db
    .selectFrom('organisation.public_body_record')
    .select(['id', 'name', 'policy_area as policyArea', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('public_body_id', '=', publicBodyId)
    .where('replaced_at', 'is', null)
    .orderBy('valid_from')
    .execute()
  return { ...body, records }
}
