import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import type { VenueFacts } from '../../rules/venues/venue-records.ts'

/** Writes what premises are from a day on. The row that held until then must have made room. */
export async function writeVenueRecord(
  { db, organisationId, now }: Pick<OperationContext, 'db' | 'organisationId' | 'now'>,
  venueId: string,
  facts: VenueFacts,
  day: string,
): Promise<void> {
  await db
    .insertInto('organisation.venue_record')
    .values({
      organisation_id: organisationId,
      id: newId(),
      venue_id: venueId,
      name: facts.name,
      address: facts.address,
      municipality: facts.municipality,
      capacity: facts.capacity,
      attributes: [...facts.attributes],
      remark: facts.remark,
      owner_name: facts.ownerName,
      owner_email: facts.ownerEmail,
      owner_phone: facts.ownerPhone,
      cost_note: facts.costNote,
      valid_from: day,
      recorded_at: now,
    })
    .execute()
}

/** Writes a step of a request. */
export async function writeRequestStep(
  { db, organisationId, now }: Pick<OperationContext, 'db' | 'organisationId' | 'now'>,
  requestId: string,
  step: { state: string; day: string; note: string },
): Promise<void> {
  await db
    .insertInto('organisation.venue_request_step')
    .values({
      organisation_id: organisationId,
      id: newId(),
      request_id: requestId,
      ...step,
      recorded_at: now,
    })
    .execute()
}
