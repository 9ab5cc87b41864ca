import type { Transaction } from 'kysely'
import { roleKindsOn } from '#modules/organisation/index.ts'
import type { Tables } from '#platform/database/tables.ts'

/** What posts are called: on a day when one is given, otherwise the latest name each has had. */
export type PostNames = {
  bodies: Map<string, string>
  /** What a seat is called: its own title, or what the role is called. */
  seats: Map<string, { label: string; role: string; bodyId: string }>
  publicBodies: Map<string, string>
  units: Map<string, string>
}

/** Later than any day that is written: what holds until further notice holds on it. */
const lastDay = '9999-12-31'

/** The words for every post of the organisation: those of a day, or for lists over many days the latest. */
export async function readPostNames(db: Transaction<Tables>, day?: string): Promise<PostNames> {
  const bodies = await db
    .selectFrom('organisation.body_record')
    .select(['body_id as id', 'name', 'valid_from as validFrom'])
    .where('replaced_at', 'is', null)
    .orderBy('valid_from')
    .execute()
  const seats = await db
    .selectFrom('organisation.seat')
    .select(['id', 'body_id as bodyId', 'title', 'role_kind as roleKind'])
    .execute()
  const roles = new Map((await roleKindsOn(db, day ?? lastDay)).map((kind) => [kind.key, kind.singular]))
  const publicBodies = await db
    .selectFrom('organisation.public_body as body')
    .innerJoin('organisation.public_body_record as record', (join) =>
      join
        .onRef('record.organisation_id', '=', 'body.organisation_id')
        .onRef('record.public_body_id', '=', 'body.id'),
    )
    .select(['body.id', 'body.area_name as areaName', 'record.name', 'record.valid_from as validFrom'])
    .where('record.replaced_at', 'is', null)
    .orderBy('record.valid_from')
    .execute()
  const units = await db
    .selectFrom('organisation.unit_name')
    .select(['unit_id as id', 'name', 'valid_from as validFrom'])
    .where('replaced_at', 'is', null)
    .orderBy('valid_from')
    .execute()
  return {
    bodies: new Map(named(bodies, day).map((row) => [row.id, row.name])),
    seats: new Map(
      seats.map((row) => [
        row.id,
        {
          label: row.title || (roles.get(row.roleKind) ?? row.roleKind),
          role: row.roleKind,
          bodyId: row.bodyId,
        },
      ]),
    ),
    publicBodies: new Map(
      named(publicBodies, day).map((row) => [
        row.id,
        row.areaName ? `${row.name}, ${row.areaName}` : row.name,
      ]),
    ),
    units: new Map(named(units, day).map((row) => [row.id, row.name])),
  }
}

/**
 * Of the rows of each thing the one that held on a day, or had begun last before it; the first when it was not there yet.
 * @param rows in the order of their days
 */
function named<Row extends { id: string; validFrom: string }>(rows: readonly Row[], day?: string): Row[] {
  const of = new Map<string, Row>()
  for (const row of rows)
    if (!of.has(row.id) || day === undefined || row.validFrom <= day) of.set(row.id, row)
  return [...of.values()]
}
