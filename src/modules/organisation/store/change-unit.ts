import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { newId } from '#platform/identifiers.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { changeFrom, type Change, type UnitFault } from '../rules/unit-faults.ts'
import type { UnitRecords } from '../rules/unit-records.ts'
import { writePlaceAndName } from './write-unit.ts'

/** What a change of the tree is written with. */
export type Writing = { db: Transaction<Tables>; organisationId: string; now: Date; records: UnitRecords }

/** What a unit has had through the years, row by row. */
const histories = ['organisation.unit_place', 'organisation.unit_name'] as const
/** Where a new row takes over from the one before. */
type History =
  | (typeof histories)[number]
  | 'organisation.body_record'
  | 'organisation.seat_number'
  | 'organisation.public_body_record'
  | 'organisation.seat_right'
  | 'organisation.venue_record'

/**
 * Lets a change pass that has no fault.
 * @throws {Problem} notPossibleNow, with the sentence that says why
 */
export function requireNoFault(fault: UnitFault | null): void {
  if (fault) throw new Problem('notPossibleNow', { detail: fault })
}

/**
 * The first day of a change: today unless one is given.
 * @throws {Problem} invalidInput for a day that has not come: what holds today decides who reaches what
 */
export function firstDay(given: string | undefined, today: string, field = 'from'): string {
  if (given && given > today) {
    throw new Problem('invalidInput', { issues: [{ path: [field], message: 'unit.notYet' }] })
  }
  return given ?? today
}

/** Lays a unit under another from a day on, in its history and as it stands today. */
export async function placeUnit(
  { db, organisationId, now, records }: Writing,
  { unitId, parentId, day }: { unitId: string; parentId: string; day: string },
): Promise<void> {
  await makeRoom(db, 'organisation.unit_place', changeFrom(ofUnit(records.places, unitId), day), now)
  await db
    .insertInto('organisation.unit_place')
    .values({
      organisation_id: organisationId,
      id: newId(),
      unit_id: unitId,
      parent_id: parentId,
      valid_from: day,
      recorded_at: now,
    })
    .execute()
  await db.updateTable('organisation.unit').set({ parent_id: parentId }).where('id', '=', unitId).execute()
}

/** Gives a unit a name and a kind from a day on, in its history and as it stands today. */
export async function nameUnit(
  { db, organisationId, now, records }: Writing,
  { unitId, name, kind, day }: { unitId: string; name: string; kind: string; day: string },
): Promise<void> {
  await makeRoom(db, 'organisation.unit_name', changeFrom(ofUnit(records.names, unitId), day), now)
  await db
    .insertInto('organisation.unit_name')
    .values({
      organisation_id: organisationId,
      id: newId(),
      unit_id: unitId,
      name,
      kind,
      valid_from: day,
      recorded_at: now,
    })
    .execute()
  await db.updateTable('organisation.unit').set({ name, kind }).where('id', '=', unitId).execute()
}

/** Gives a unit its last day, with its name, its place and the bodies in it. Everything stays to be read. */
export async function endUnit({ db }: Writing, unitId: string, lastDay: string): Promise<void> {
  const validTo = { valid_to: lastDay }
  for (const table of histories) {
    await db
      .updateTable(table)
      .set(validTo)
      .where('unit_id', '=', unitId)
      .where('valid_to', 'is', null)
      .where('replaced_at', 'is', null)
      .execute()
  }
  const bodies = await db
    .selectFrom('organisation.body')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('valid_to', 'is', null)
    .execute()
  for (const { id } of bodies) await endBodyRows(db, id, lastDay)
  await db.updateTable('organisation.unit').set(validTo).where('id', '=', unitId).execute()
}

/** Lets a unit that ended after a day go on from another, where it lay and as it was called. */
export async function reopenUnitRows(
  { db, organisationId, now, records }: Writing,
  unitId: string,
  { lastDay, day }: { lastDay: string; day: string },
): Promise<void> {
  const endedThen = <Row extends { unitId: string; validTo: string | null }>(rows: readonly Row[]) =>
    found(ofUnit(rows, unitId).find((each) => each.validTo === lastDay))
  const { parentId } = endedThen(records.places)
  const { name, kind } = endedThen(records.names)
  await writePlaceAndName(db, { organisationId, id: unitId, parentId, name, kind, validFrom: day }, now)
  await db
    .updateTable('organisation.unit')
    .set({ valid_to: null, parent_id: parentId })
    .where('id', '=', unitId)
    .execute()
}

/** Gives a body its last day, with its seats. One that began later than that day ends on its first. */
export async function endBodyRows(db: Transaction<Tables>, bodyId: string, lastDay: string): Promise<void> {
  const last = { valid_to: sql<string>`greatest(valid_from, ${lastDay}::date)` }
  const seats = db.selectFrom('organisation.seat').select('id').where('body_id', '=', bodyId)
  await db
    .updateTable('organisation.seat_number')
    .set(last)
    .where('seat_id', 'in', seats)
    .where('valid_to', 'is', null)
    .where('replaced_at', 'is', null)
    .execute()
  for (const table of ['organisation.seat', 'organisation.group_mandate_source'] as const) {
    await db
      .updateTable(table)
      .set(last)
      .where('body_id', '=', bodyId)
      .where('valid_to', 'is', null)
      .execute()
  }
  await db
    .updateTable('organisation.body_record')
    .set(last)
    .where('body_id', '=', bodyId)
    .where('valid_to', 'is', null)
    .where('replaced_at', 'is', null)
    .execute()
  await db.updateTable('organisation.body').set(last).where('id', '=', bodyId).execute()
}

/**
 * Runs what ends a unit. Whether somebody belongs to it is known to the database alone: the register of persons keeps it
 * from ending while they do.
 * @throws {Problem} notPossibleNow when it has members
 */
export async function orHasMembers<Result>(ending: Promise<Result>): Promise<Result> {
  try {
    return await ending
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'KA001') throw new Problem('notPossibleNow', { detail: 'unit.hasMembers', cause: error })
    throw error
  }
}

/** Ends or replaces the row that a new one follows, so that never two hold on one day. */
export async function makeRoom(
  db: Transaction<Tables>,
  table: History,
  change: Change | { fault: UnitFault },
  now: Date,
): Promise<void> {
  if ('fault' in change) throw new Problem('notPossibleNow', { detail: change.fault })
  const { ends, replaces } = change
  if (ends) {
    await db.updateTable(table).set({ valid_to: ends.validTo }).where('id', '=', ends.id).execute()
  }
  if (replaces) {
    await db.updateTable(table).set({ replaced_at: now }).where('id', '=', replaces).execute()
  }
}

function ofUnit<Row extends { unitId: string }>(rows: readonly Row[], unitId: string): Row[] {
  return rows.filter((row) => row.unitId === unitId)
}
