import type { Selectable } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { Problem } from '#platform/operations/problem.ts'
import type { Applied } from './same-persons.ts'

export type Application = Selectable<Tables['people.application']>

/**
 * The applications a decision is about, locked until it is written: whoever else decides them waits, and finds them decided.
 * @throws {Problem} notFound when one of them is none, or not the caller's to decide
 */
export async function applicationsForDecision(
  { db }: Pick<OperationContext, 'db'>,
  ids: readonly string[],
): Promise<Application[]> {
  const rows = await db
    .selectFrom('people.application')
    .selectAll()
    .where('id', 'in', [...ids])
    .where('state', '<>', 'unconfirmed')
    .orderBy('id')
    .forUpdate()
    .execute()
  if (rows.length !== new Set(ids).size) throw new Problem('notFound')
  return rows
}

/** What goes away once it is decided: what it said about the applicant. */
export const emptied = {
  given_name: '',
  family_name: '',
  given_key: '',
  family_key: '',
  email: '',
  phone: '',
  care_of: '',
  street: '',
  postal_code: '',
  city: '',
  country: '',
  birth_date: null,
  message: '',
  consents: [] as string[],
}

export function appliedOf(row: Application): Applied {
  return {
    id: row.id,
    givenKey: row.given_key,
    familyKey: row.family_key,
    email: row.email,
    phone: row.phone,
    birthDate: row.birth_date,
  }
}
