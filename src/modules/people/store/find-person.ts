import type { OperationContext } from '#platform/operations/context.ts'
import { found } from '#platform/operations/problem.ts'
import type { Shield } from './record-event.ts'

/**
 * The person a change is about, their row locked until the change is written.
 * @throws {Problem} notFound when there is none, none for this caller, or one that became part of another or was erased
 */
export async function personForChange(
  { db }: Pick<OperationContext, 'db'>,
  personId: string,
): Promise<Shield & { givenName: string; familyName: string; revision: number }> {
  return found(
    await db
      .selectFrom('people.person')
      .select([
        'id',
        'home_unit_id as homeUnitId',
        'protected',
        'given_name as givenName',
        'family_name as familyName',
        'revision',
      ])
      .where('id', '=', personId)
      .where('merged_into', 'is', null)
      .where('erased_at', 'is', null)
      .forUpdate()
      .executeTakeFirst(),
  )
}
