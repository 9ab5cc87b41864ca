import type { OperationContext } from '#platform/operations/context.ts'
import { found } from '#platform/operations/problem.ts'
import { personForChange } from '../find-person.ts'

/**
 * The record of the person whose account asks.
 * @throws {Problem} notFound when the account is no person's
 */
export async function ownPerson({ db, actor }: Pick<OperationContext, 'db' | 'actor'>) {
  const userId = found(actor.kind === 'person' ? actor.userId : null)
  const { person_id: personId } = found(
    await db
      .selectFrom('people.account_link')
      .select('person_id')
      .where('user_id', '=', userId)
      .executeTakeFirst(),
  )
  return personForChange({ db }, personId)
}
