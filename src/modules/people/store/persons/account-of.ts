import type { OperationContext } from '#platform/operations/context.ts'

/** The account a person signs in by, when there is one. */
export async function accountOf(
  { db }: Pick<OperationContext, 'db'>,
  personId: string,
): Promise<string | null> {
  const link = await db
    .selectFrom('people.account_link')
    .select('user_id')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return link?.user_id ?? null
}
