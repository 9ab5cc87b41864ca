import { sql } from 'kysely'
import type { OperationContext } from '#platform/operations/context.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { personForChange } from './find-person.ts'

/**
 * The person whose account asks; null when the account is tied to none. Only in what is about the own account and
 * reaches no unit: elsewhere the database knows of no own person.
 */
export async function ownPersonId({ db }: Pick<OperationContext, 'db'>): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select person.id from people.person person
    where person.id = people.own_person() and person.merged_into is null and person.erased_at is null`.execute(
    db,
  )
  return rows[0]?.id ?? null
}

/**
 * The own person, locked for a change.
 * @throws {Problem} notFound when the account is tied to none
 */
export async function ownPerson(context: Pick<OperationContext, 'db'>) {
  return personForChange(context, found(await ownPersonId(context)))
}

/**
 * The own person, when it is the one that is asked for, locked for a change.
 * @throws {Problem} notFound when it is somebody else's record
 */
export async function ownPersonForChange(context: Pick<OperationContext, 'db'>, personId: string) {
  if ((await ownPersonId(context)) !== personId) throw new Problem('notFound')
  return personForChange(context, personId)
}
