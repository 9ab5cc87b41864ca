import { today } from '#platform/dates.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { recordEvent } from './record-event.ts'
import { personRows, type NewPerson, type RowMaker } from './person-rows.ts'

/** What rows are made with in an operation. */
export function rowMaker(context: OperationContext, source: string, runId: string | null = null): RowMaker {
  const { organisationId, now, services } = context
  return {
    organisationId,
    now,
    day: today(now),
    source,
    runId,
    byName: actorName(context).name,
    seal: (text) => services.sealer.seal(text),
    hash: (text) => services.keyedHash(text),
  }
}

/**
 * Writes one person with contacts and memberships, and that they came.
 * @returns the person's id
 * @throws {Problem} notFound when a unit is not one the caller reaches
 */
export async function addPerson(
  context: OperationContext,
  person: NewPerson,
  source: string,
): Promise<string> {
  const rows = personRows(person, rowMaker(context, source))
  await context.db.insertInto('people.person').values(rows.person).execute()
  if (rows.contacts.length > 0) await context.db.insertInto('people.contact').values(rows.contacts).execute()
  if (rows.memberships.length > 0) {
    await context.db.insertInto('people.membership').values(rows.memberships).execute()
  }
  const { id, home_unit_id: homeUnitId } = rows.person
  await recordEvent(context, { id, homeUnitId, protected: person.protected ?? false }, 'created', { source })
  return id
}
