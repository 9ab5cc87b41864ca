import { sql } from 'kysely'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { Problem } from '#platform/operations/problem.ts'
import type { Choices } from '../../rules/duplicates/choices.ts'
import { fullName } from '../../rules/names.ts'
import { personForChange } from '../find-person.ts'
import { recordEvent, shieldColumns } from '../record-event.ts'
import { chooseContacts, choosePersonValues } from './choose-values.ts'
import { changesBetween, rowCounts, rowsAbout } from './merge-record.ts'

/**
 * Puts one record into another: every row of the other becomes the staying one's, the values that were chosen stand, and
 * everything that was changed is kept so that it can be taken apart.
 * @returns the merge's id
 * @throws {Problem} notFound when the caller does not reach both; notPossibleNow for a record and itself
 */
export async function mergePersons(
  context: OperationContext,
  keptId: string,
  otherId: string,
  choices: Choices,
): Promise<string> {
  const { db, organisationId, now } = context
  if (keptId === otherId) throw new Problem('notPossibleNow', { detail: 'duplicate.sameRecord' })
  // Always in the same order, so that two merges do not wait for each other.
  const [low, high] = [keptId, otherId].toSorted() as [string, string]
  const locked = [await personForChange({ db }, low), await personForChange({ db }, high)]
  const other = locked.find((person) => person.id === otherId)!
  const before = await rowsAbout(db, keptId, otherId)
  await db.updateTable('people.person').set({ merged_into: keptId }).where('id', '=', otherId).execute()
  await choosePersonValues(context, keptId, otherId, choices)
  await sql`select people.move_rows(${otherId}, ${keptId}, ${today(now)})`.execute(db)
  await chooseContacts(context, before, { keptId, otherId }, choices)
  const after = await rowsAbout(db, keptId, otherId)
  const kept = await personForChange({ db }, keptId)
  const id = newId()
  await db
    .insertInto('people.person_merge')
    .values({
      ...shieldColumns(organisationId, kept),
      id,
      other_person_id: otherId,
      changes: JSON.stringify(changesBetween(before, after, keptId)),
      row_counts: JSON.stringify(rowCounts(after, keptId)),
      merged_at: now,
      merged_by_name: actorName(context).name,
    })
    .execute()
  const was = locked.find((person) => person.id === keptId)!
  await recordEvent(context, kept, 'merged', {
    name: fullName(other),
    nameBefore: fullName(was),
    mergeId: id,
  })
  return id
}
