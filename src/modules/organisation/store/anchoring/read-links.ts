import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** Which units have answered for which council groups and district committees, whatever day. */
export async function readAnchoringLinks(db: Transaction<Tables>) {
  return db
    .selectFrom('organisation.anchoring_link as link')
    .innerJoin('organisation.unit as unit', (join) =>
      join.onRef('unit.organisation_id', '=', 'link.organisation_id').onRef('unit.id', '=', 'link.unit_id'),
    )
    .innerJoin('organisation.body as body', (join) =>
      join.onRef('body.organisation_id', '=', 'link.organisation_id').onRef('body.id', '=', 'link.body_id'),
    )
    .select([
      'link.id',
      'link.unit_id as unitId',
      'unit.name as unitName',
      'link.body_id as bodyId',
      'body.name as bodyName',
      'body.unit_id as bodyUnitId',
      'link.valid_from as validFrom',
      'link.valid_to as validTo',
    ])
    .orderBy('unit.name')
    .orderBy('body.name')
    .orderBy('link.valid_from')
    .execute()
}
