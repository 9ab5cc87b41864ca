import type { Transaction } from 'kysely'
import type { PublicBodyOn } from '#modules/organisation/index.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { ResultKind, ResultRow } from '../../rules/elections/read-results.ts'

/** An election to a public body, with what the body is called now. */
export type Election = {
  id: string
  unitId: string
  publicBodyId: string
  bodyName: string
  areaName: string
  level: PublicBodyOn['level']
  bodyKind: PublicBodyOn['kind']
  day: string
  seats: number
  constituencies: number
  source: string
}

/** A row of its result, and which party's it is; null for those that are no party's. */
export type KeptResultRow = ResultRow & { electionId: string; partyId: string | null }

/** Elections that were not taken back, the latest first. */
export async function readElections(
  db: Transaction<Tables>,
  only: { id?: string; unitIds?: readonly string[] } = {},
): Promise<Election[]> {
  if (only.unitIds?.length === 0) return []
  let query = db
    .selectFrom('people.election as election')
    .innerJoin('organisation.public_body as body', (join) =>
      join
        .onRef('body.organisation_id', '=', 'election.organisation_id')
        .onRef('body.id', '=', 'election.public_body_id'),
    )
    .innerJoin('organisation.public_body_record as record', (join) =>
      join
        .onRef('record.organisation_id', '=', 'body.organisation_id')
        .onRef('record.public_body_id', '=', 'body.id')
        .on('record.replaced_at', 'is', null),
    )
    .distinctOn(['election.day', 'election.id'])
    .select([
      'election.id',
      'election.unit_id as unitId',
      'election.public_body_id as publicBodyId',
      'record.name as bodyName',
      'body.area_name as areaName',
      'body.level',
      'body.kind as bodyKind',
      'election.day',
      'election.seats',
      'election.constituencies',
      'election.source',
    ])
    .where('election.withdrawn_at', 'is', null)
    .orderBy('election.day', 'desc')
    .orderBy('election.id')
    // What the body is called last.
    .orderBy('record.valid_from', 'desc')
  if (only.id) query = query.where('election.id', '=', only.id)
  if (only.unitIds) query = query.where('election.unit_id', 'in', [...only.unitIds])
  const rows = await query.execute()
  return rows.map((row) => ({
    ...row,
    level: row.level as PublicBodyOn['level'],
    bodyKind: row.bodyKind as PublicBodyOn['kind'],
  }))
}

/** The rows of some elections' results as they hold now, in the order they were printed. */
export async function readResultRows(
  db: Transaction<Tables>,
  electionIds: readonly string[],
): Promise<KeptResultRow[]> {
  if (electionIds.length === 0) return []
  const rows = await db
    .selectFrom('people.election_result')
    .selectAll()
    .where('election_id', 'in', [...electionIds])
    .where('replaced_at', 'is', null)
    .orderBy('election_id')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    electionId: row.election_id,
    partyId: row.party_id,
    kind: row.kind as ResultKind,
    name: row.printed_name,
    votes: { printed: row.votes_printed, value: row.votes === null ? null : Number(row.votes) },
    // The column has four decimals whatever was printed.
    percent: {
      printed: row.percent_printed,
      value: row.percent === null ? null : row.percent.replace(/\.?0+$/, '') || '0',
    },
    seats: { printed: row.seats_printed, value: row.seats },
  }))
}
