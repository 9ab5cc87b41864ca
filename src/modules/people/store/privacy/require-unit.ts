import { sql } from 'kysely'
import type { OperationContext } from '#platform/operations/context.ts'
import { found } from '#platform/operations/problem.ts'

/**
 * A unit that the caller's trust covers, with its name.
 * @throws {Problem} notFound for one that it does not
 */
export async function requireUnitInScope(
  { db }: Pick<OperationContext, 'db'>,
  unitId: string,
): Promise<{ id: string; name: string }> {
  return found(
    await db
      .selectFrom('organisation.unit as unit')
      .select(['unit.id', 'unit.name'])
      .where('unit.id', '=', unitId)
      .where(sql<boolean>`(kansli.whole_organisation() or unit.id = any (kansli.scope()))`)
      .executeTakeFirst(),
  )
}
