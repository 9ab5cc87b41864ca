import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { Scope } from '#platform/access/decide.ts'
import { Problem } from '#platform/operations/problem.ts'
import type { UnitRecords } from '../rules/unit-records.ts'
import type { UnitKind } from '../rules/unit-kinds.ts'
import { ancestorsOn } from '../rules/unit-tree.ts'

/** Everything that is known of the organisation's units, whatever day it held. */
export async function readUnits(db: Transaction<Tables>): Promise<UnitRecords> {
  const units = await db
    .selectFrom('organisation.unit')
    .select(['id', 'slug', 'valid_from as validFrom', 'valid_to as validTo', 'own_register as ownRegister'])
    .execute()
  const places = await db
    .selectFrom('organisation.unit_place')
    .select([
      'id',
      'unit_id as unitId',
      'parent_id as parentId',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('replaced_at', 'is', null)
    .execute()
  const names = await db
    .selectFrom('organisation.unit_name')
    .select(['id', 'unit_id as unitId', 'name', 'kind', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('replaced_at', 'is', null)
    .execute()
  const successions = await db
    .selectFrom('organisation.unit_succession')
    .select(['from_unit_id as fromUnitId', 'to_unit_id as toUnitId', 'kind', 'day'])
    .orderBy('recorded_at')
    .execute()
  return {
    units,
    places,
    names,
    successions: successions.map((row) => ({ ...row, kind: row.kind === 'merge' ? 'merge' : 'split' })),
  }
}

/**
 * The same, for changing the tree: whoever else changes it waits until this is written, so that two changes that
 * are right each by itself never make a circle together.
 */
export async function lockUnits(db: Transaction<Tables>): Promise<UnitRecords> {
  await db.selectFrom('organisation.organisation').select('id').forNoKeyUpdate().execute()
  return readUnits(db)
}

/** What the organisation calls its kinds of units, in its own order. */
export async function readUnitKinds(db: Transaction<Tables>): Promise<UnitKind[]> {
  return db
    .selectFrom('organisation.unit_kind')
    .select(['key', 'singular', 'plural', 'beside'])
    .orderBy('position')
    .orderBy('key')
    .execute()
}

/**
 * Lets pass who is trusted with this unit: in itself or in one above it.
 * @throws {Problem} notFound, also when there is no such unit
 */
export function requireUnit(records: UnitRecords, scope: Scope, unitId: string, day: string): void {
  const unit = records.units.find((each) => each.id === unitId)
  if (!unit) throw new Problem('notFound')
  if (scope === 'organisation') return
  // What has ended is the matter of those above where it lay.
  const then = unit.validTo !== null && unit.validTo < day ? unit.validTo : day
  const reached = [unitId, ...ancestorsOn(records, unitId, then)].some((each) => scope.includes(each))
  if (!reached) throw new Problem('notFound')
}
