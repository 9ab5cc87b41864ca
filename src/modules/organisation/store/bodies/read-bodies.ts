import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { BodyRecords } from '../../rules/bodies/body-records.ts'
import type { BodyKind, RoleKind } from '../../rules/bodies/kinds.ts'

type Reading = Transaction<Tables>

/** Everything that is known of the organisation's bodies, whatever day it held. */
export async function readBodies(db: Reading): Promise<BodyRecords> {
  const bodies = await db
    .selectFrom('organisation.body')
    .select(['id', 'unit_id as unitId', 'valid_from as validFrom', 'valid_to as validTo'])
    .execute()
  const facts = await db
    .selectFrom('organisation.body_record')
    .select([
      'id',
      'body_id as bodyId',
      'parent_id as parentId',
      'kind',
      'name',
      'purpose',
      'contact_address as contactAddress',
      'is_highest as isHighest',
      'open_to_join as openToJoin',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('replaced_at', 'is', null)
    .execute()
  const seats = await db
    .selectFrom('organisation.seat')
    .select([
      'id',
      'body_id as bodyId',
      'role_kind as roleKind',
      'title',
      'reference_unit_id as referenceUnitId',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .orderBy('position')
    .orderBy('id')
    .execute()
  const numbers = await db
    .selectFrom('organisation.seat_number')
    .select([
      'id',
      'seat_id as seatId',
      'number',
      'name_public as namePublic',
      'contact_address as contactAddress',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('replaced_at', 'is', null)
    .execute()
  return { bodies, facts, seats, numbers }
}

/** The same, for changing bodies: whoever else changes them waits until this is written. */
export async function lockBodies(db: Reading): Promise<BodyRecords> {
  await db.selectFrom('organisation.organisation').select('id').forNoKeyUpdate().execute()
  return readBodies(db)
}

/** What the organisation calls its kinds of bodies, in its own order. */
export async function readBodyKinds(db: Reading): Promise<BodyKind[]> {
  return db
    .selectFrom('organisation.body_kind')
    .select(['key', 'singular', 'plural'])
    .orderBy('position')
    .orderBy('key')
    .execute()
}

/** What it calls the roles in them. */
export async function readRoleKinds(db: Reading): Promise<RoleKind[]> {
  return db
    .selectFrom('organisation.role_kind')
    .select(['key', 'singular', 'plural', 'substitute'])
    .orderBy('position')
    .orderBy('key')
    .execute()
}

/** The last day of activity of each body that has had any, until a day. */
export async function lastActivities(db: Reading, day: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('organisation.body_activity')
    .select((select) => ['body_id as bodyId', select.fn.max('day').as('day')])
    .where('day', '<=', day)
    .groupBy('body_id')
    .execute()
  return new Map(rows.map((row) => [row.bodyId, String(row.day)]))
}
