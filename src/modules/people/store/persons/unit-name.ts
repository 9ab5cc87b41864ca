import type { OperationContext } from '#platform/operations/context.ts'
import { found } from '#platform/operations/problem.ts'

/**
 * What a unit is called today.
 * @throws {Problem} notFound
 */
export async function unitName({ db }: Pick<OperationContext, 'db'>, unitId: string): Promise<string> {
  const unit = found(
    await db.selectFrom('organisation.unit').select('name').where('id', '=', unitId).executeTakeFirst(),
  )
  return unit.name
}
