import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { belonging } from '../../rules/membership.ts'
import { fullName } from '../../rules/names.ts'
import { recordEvent, shieldColumns, type Shield } from '../record-event.ts'
import { insertMembership, makeRoom, refuse } from './change-membership.ts'
import { openMemberships } from './read-memberships.ts'
import { unitName } from './unit-name.ts'

export type Move = {
  toUnitId: string
  /** The first day in the new unit, `YYYY-MM-DD`; today when it is left out. */
  from?: string
  /** Where it came from, in a word: `by hand`, `my page`. */
  source: string
}

/**
 * Moves somebody to another home unit from a day on: the home membership there ends, one here begins with the same
 * standing, and the record follows. Extra memberships stay; only one in the new unit gives way to the home membership.
 * Both units find the move in their lists. Whether the caller may move somebody there is asked before.
 * @param person locked by `personForChange`
 * @returns the person as they are now shielded
 * @throws {Problem} notPossibleNow with the reason in words
 */
export async function movePerson(
  context: OperationContext,
  person: Shield & { givenName: string; familyName: string },
  { toUnitId, from, source }: Move,
): Promise<Shield> {
  const { db, now, organisationId } = context
  const day = from ?? today(now)
  const open = await openMemberships(context, person.id)
  const home = open.find((each) => each.kind === 'home' && belonging.includes(each.status))
  if (toUnitId === person.homeUnitId && (!home || home.unitId === toUnitId)) refuse('membership.sameUnit')
  if (day > today(now)) refuse('membership.notYet')
  const there = open.find((each) => each.unitId === toUnitId)
  // Their names are asked for first: a unit that is not there is answered as such.
  const names = { from: await unitName(context, person.homeUnitId), to: await unitName(context, toUnitId) }
  if (home) {
    await makeRoom(context, home, day)
    if (there) await makeRoom(context, there, day)
    const { status: to, paidUntil } = home
    await insertMembership(context, person, { unitId: toUnitId, kind: 'home', to, day, paidUntil, source })
  }
  await db.updateTable('people.person').set({ home_unit_id: toUnitId }).where('id', '=', person.id).execute()
  const moved: Shield = { id: person.id, homeUnitId: toUnitId, protected: person.protected }
  await db
    .insertInto('people.move')
    .values({
      ...shieldColumns(organisationId, moved),
      id: newId(),
      from_unit_id: person.homeUnitId,
      to_unit_id: toUnitId,
      name: fullName(person),
      day,
      recorded_at: now,
      by_name: actorName(context).name,
    })
    .execute()
  await recordEvent(context, moved, 'moved', { ...names, day })
  return moved
}
