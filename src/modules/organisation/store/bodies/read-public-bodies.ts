import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { PublicBodyKind, PublicLevel } from '../../rules/bodies/public-kinds.ts'

/** A public body as it stood on a day. */
export type PublicBodyOn = {
  id: string
  /** The unit that answers for those who sit there. */
  unitId: string
  level: PublicLevel
  kind: PublicBodyKind
  areaName: string
  areaCode: string
  name: string
  policyArea: string
  validFrom: string
  validTo: string | null
}

/** The public bodies that were there on a day, by municipality or region and name. */
export async function readPublicBodies(db: Transaction<Tables>, day: string): Promise<PublicBodyOn[]> {
  const rows = await db
    .selectFrom('organisation.public_body as body')
    .innerJoin('organisation.public_body_record as record', (join) =>
      join
        .onRef('record.organisation_id', '=', 'body.organisation_id')
        .onRef('record.public_body_id', '=', 'body.id'),
    )
    .select([
      'body.id',
      'body.unit_id as unitId',
      'body.level',
      'body.kind',
      'body.area_name as areaName',
      'body.area_code as areaCode',
      'record.name',
      'record.policy_area as policyArea',
      'body.valid_from as validFrom',
      'body.valid_to as validTo',
    ])
    .where('record.replaced_at', 'is', null)
    .where('record.valid_from', '<=', day)
    .where((where) => where.or([where('record.valid_to', 'is', null), where('record.valid_to', '>=', day)]))
    .execute()
  const collator = new Intl.Collator('sv')
  return rows
    .map((row) => ({ ...row, level: row.level as PublicLevel, kind: row.kind as PublicBodyKind }))
    .toSorted(
      (one, other) =>
        collator.compare(one.areaName, other.areaName) || collator.compare(one.name, other.name),
    )
}

/** Whose mandates made somebody a member of which council group, whatever day. */
export async function readMandateSources(db: Transaction<Tables>) {
  return db
    .selectFrom('organisation.group_mandate_source')
    .select([
      'id',
      'body_id as bodyId',
      'public_body_id as publicBodyId',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .execute()
}
