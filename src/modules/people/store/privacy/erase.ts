import { sql } from 'kysely'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { suppress } from './suppression.ts'

/**
 * What a module does of its own when a person is let go of: for what the catalogue cannot find, such as texts that
 * name the person in a row about something else. Rows with a foreign key to the person go by themselves.
 */
export type Eraser = (context: OperationContext, person: ErasedPerson) => Promise<void>

/** Who is let go of, for those who must look for traces. */
export type ErasedPerson = {
  /** The person's id and those of records that became part of it. */
  ids: readonly string[]
  names: readonly string[]
  emails: readonly string[]
  phones: readonly string[]
}

const erasers: Eraser[] = []

/** Says what is also to be done when a person is erased. Called once, where the area's operations are put together. */
export function onErasure(eraser: Eraser): void {
  erasers.push(eraser)
}

/**
 * Tables whose rows stay, without a word about who it was: counts of other days, that a post was held, and that somebody
 * was erased or looked up.
 */
export const keptTables = [
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
  const { db, now, services } = context
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
  const ids = rows[0]!.ids
  const contacts = await db
    .selectFrom('people.contact')
    .select(['kind', 'value'])
    .where('person_id', 'in', ids)
    .execute()
  const records = await db
    .selectFrom('people.person')
    .select(['given_name', 'family_name', 'personal_number_sealed as sealed'])
    .where('id', 'in', ids)
    .execute()
  const of = (kind: string) => [
    ...new Set(contacts.filter((each) => each.kind === kind).map(({ value }) => value)),
  ]
  const erased: ErasedPerson = {
    ids,
    names: records.flatMap((each) => [each.given_name, each.family_name]).filter(Boolean),
    emails: of('email'),
    phones: of('phone'),
  }
  if (keepOut) {
    const erasureId = newId()
    await suppress(context, { emails: erased.emails, phones: erased.phones }, 'erased', erasureId)
    // Records that became part of this one may have had a number of their own.
    for (const { sealed } of records) {
      if (!sealed) continue
      await suppress(context, { personalNumber: services.sealer.open(sealed) }, 'erased', erasureId)
    }
  }
  for (const eraser of erasers) await eraser(context, erased)
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
