import { sql } from 'kysely'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { suppress } from './suppression.ts'

/**
 * Tables whose rows stay, without a word about who it was: counts of other days, that a post was held, and that somebody
 * was erased or looked up.
 */
const keptTables = [
  'people.membership',
  'people.role_term',
  'people.public_mandate',
  'people.erasure_request',
  'people.opened_record',
] as const

/**
 * Lets go of a person: what reaches others by name first, then every row in every table, the account, the mails, and
 * the name in the log.
 * @param keepOut whether the person is not to come back unasked, because they wanted to be gone: then a keyed hash of each
 *   address and number is kept. Whoever merely lapsed may be written down again.
 * @throws {Problem} notFound when it is nobody of the caller's; notPossibleNow while the person is trusted with a role
 */
export async function erasePerson(
  context: OperationContext,
  personId: string,
  { keepOut }: { keepOut: boolean },
): Promise<void> {
  const { db, now } = context
  found(
    await db
      .selectFrom('people.person')
      .select('id')
      .where('id', '=', personId)
      .where('merged_into', 'is', null)
      .where('erased_at', 'is', null)
      .forUpdate()
      .executeTakeFirst(),
  )
  const { rows: trusted } = await sql<{ role: string }>`
    select role from people.trust_of(${personId}, ${today(now)}, ${now})`.execute(db)
  if (trusted.length > 0) throw new Problem('notPossibleNow', { detail: 'erasure.hasTrust' })
  const { rows } = await sql<{ ids: string[] }>`select people.with_merged(${personId}) as ids`.execute(db)
  if (keepOut) await keepOutRecords(context, rows[0]!.ids)
  try {
    await sql`select people.forget_person(${personId}, ${[...keptTables]}::text[], ${now}, ${today(now)})`.execute(
      db,
    )
  } catch (error) {
    // The record is seen here by a membership, but another unit keeps it.
    if ((error as { code?: string }).code === 'KA002') throw new Problem('notFound', { cause: error })
    throw error
  }
}

/** Leaves a keyed hash of each address and number of these records, so that none of them comes back unasked. */
async function keepOutRecords(context: OperationContext, ids: readonly string[]): Promise<void> {
  const { db, services } = context
  const contacts = await db
    .selectFrom('people.contact')
    .select(['kind', 'value'])
    .where('person_id', 'in', ids)
    .execute()
  const of = (kind: string) => [
    ...new Set(contacts.filter((each) => each.kind === kind).map(({ value }) => value)),
  ]
  const erasureId = newId()
  await suppress(context, { emails: of('email'), phones: of('phone') }, 'erased', erasureId)
  const records = await db
    .selectFrom('people.person')
    .select('personal_number_sealed as sealed')
    .where('id', 'in', ids)
    .execute()
  // Records that became part of this one may have had a number of their own.
  for (const { sealed } of records) {
    if (!sealed) continue
    await suppress(context, { personalNumber: services.sealer.open(sealed) }, 'erased', erasureId)
  }
}
