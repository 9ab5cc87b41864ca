import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** What posts are called, whenever: the latest name each has had. */
export type PostNames = {
  bodies: Map<string, string>
  /** What a seat is called: its own title, or what the role is called. */
  seats: Map<string, { label: string; role: string; bodyId: string }>
  publicBodies: Map<string, string>
  units: Map<string, string>
}

/** The words for every post of the organisation, for lists over many days. */
export async function readPostNames(db: Transaction<Tables>): Promise<PostNames> {
  const bodies = await db.selectFrom('organisation.body').select(['id', 'name']).execute()
  const seats = await db
    .selectFrom('organisation.seat as seat')
    .leftJoin('organisation.role_kind as kind', (join) =>
      join
        .onRef('kind.organisation_id', '=', 'seat.organisation_id')
        .onRef('kind.key', '=', 'seat.role_kind'),
    )
    .select([
      'seat.id',
      'seat.body_id as bodyId',
      'seat.title',
      'seat.role_kind as roleKind',
      'kind.singular',
    ])
    .execute()
  const publicBodies = await db
    .selectFrom('organisation.public_body as body')
    .innerJoin('organisation.public_body_record as record', (join) =>
      join
        .onRef('record.organisation_id', '=', 'body.organisation_id')
        .onRef('record.public_body_id', '=', 'body.id'),
    )
    .select(['body.id', 'body.area_name as areaName', 'record.name'])
    .where('record.replaced_at', 'is', null)
    .orderBy('record.valid_from')
    .execute()
  const units = await db.selectFrom('organisation.unit').select(['id', 'name']).execute()
  return {
    bodies: new Map(bodies.map((row) => [row.id, row.name])),
    seats: new Map(
      seats.map((row) => [
        row.id,
        { label: row.title || row.singular || row.roleKind, role: row.roleKind, bodyId: row.bodyId },
      ]),
    ),
    // The rows of one body come in the order of their days: the last stands.
    publicBodies: new Map(
      publicBodies.map((row) => [row.id, row.areaName ? `${row.name}, ${row.areaName}` : row.name]),
    ),
    units: new Map(units.map((row) => [row.id, row.name])),
  }
}
