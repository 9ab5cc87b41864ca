import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { found } from '#platform/operations/problem.ts'
import { attributesAmong } from '../../rules/venues/attributes.ts'
import type { RequestStep } from '../../rules/venues/request-steps.ts'
import type { VenueLife, VenueRecord, VenueRecords } from '../../rules/venues/venue-records.ts'

type Reading = Transaction<Tables>

/** Everything that is known of the organisation's premises, whatever day it held; or of one of them. */
export async function readVenues(db: Reading, venueId?: string): Promise<VenueRecords> {
  let venues = db
    .selectFrom('organisation.venue')
    .select(['id', 'unit_id as unitId', 'valid_from as validFrom', 'valid_to as validTo'])
  let records = db
    .selectFrom('organisation.venue_record')
    .select([
      'id',
      'venue_id as venueId',
      'name',
      'address',
      'municipality',
      'capacity',
      'attributes',
      'remark',
      'owner_name as ownerName',
      'owner_email as ownerEmail',
      'owner_phone as ownerPhone',
      'cost_note as costNote',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('replaced_at', 'is', null)
  if (venueId) {
    venues = venues.where('id', '=', venueId)
    records = records.where('venue_id', '=', venueId)
  }
  const rows = await records.orderBy('valid_from').execute()
  return {
    venues: await venues.execute(),
    records: rows.map((row): VenueRecord => ({ ...row, attributes: attributesAmong(row.attributes) })),
  }
}

/**
 * One of the premises and all that it has been, for changing it: whoever else changes it waits until this is written.
 * @throws {Problem} notFound when there is none that the caller may change
 */
export async function venueForChange(
  db: Reading,
  venueId: string,
): Promise<{ venue: VenueLife; records: readonly VenueRecord[] }> {
  // Row-level security lets only those lock a row who may write it.
  found(
    await db
      .selectFrom('organisation.venue')
      .select('id')
      .where('id', '=', venueId)
      .forNoKeyUpdate()
      .executeTakeFirst(),
  )
  const { venues, records } = await readVenues(db, venueId)
  return { venue: found(venues[0]), records }
}

/** What a body has asked for in some premises, with its steps in order. */
export type VenueRequest = {
  id: string
  venueId: string
  bodyId: string
  bodyName: string
  unitId: string
  what: string
  attribute: string | null
  askedOf: string
  askedOn: string
  steps: RequestStep[]
}

/** The requests about all premises, or one of them, those asked last first. */
export async function readRequests(db: Reading, venueId?: string): Promise<VenueRequest[]> {
  let asked = db
    .selectFrom('organisation.venue_request as request')
    .innerJoin('organisation.body as body', (join) =>
      join
        .onRef('body.organisation_id', '=', 'request.organisation_id')
        .onRef('body.id', '=', 'request.body_id'),
    )
    .select([
      'request.id',
      'request.venue_id as venueId',
      'request.body_id as bodyId',
      'body.name as bodyName',
      'request.unit_id as unitId',
      'request.what',
      'request.attribute',
      'request.asked_of as askedOf',
      'request.asked_on as askedOn',
    ])
  if (venueId) asked = asked.where('request.venue_id', '=', venueId)
  const requests = await asked.orderBy('request.asked_on', 'desc').orderBy('request.id', 'desc').execute()
  const steps = await readSteps(
    db,
    requests.map((request) => request.id),
  )
  return requests.map((request) => ({ ...request, steps: steps.get(request.id) ?? [] }))
}

/** The steps of some requests, each in the order they were taken. */
export async function readSteps(
  db: Reading,
  requestIds: readonly string[],
): Promise<Map<string, RequestStep[]>> {
  if (requestIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation.venue_request_step')
    .select(['request_id as requestId', 'state', 'day', 'note'])
    .where('request_id', 'in', [...requestIds])
    .orderBy('day')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  const steps = rows.map(({ state, ...row }) => ({ ...row, state: state as RequestStep['state'] }))
  return Map.groupBy(steps, (step) => step.requestId)
}
