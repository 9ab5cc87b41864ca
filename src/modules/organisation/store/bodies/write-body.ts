import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { newId } from '#platform/identifiers.ts'

/** What a body is, apart from where and when. */
export type BodyFacts = {
  kind: string
  name: string
  parentId?: string | null
  purpose?: string
  contactAddress?: string
  isHighest?: boolean
  openToJoin?: boolean
}

export type NewBody = BodyFacts & { organisationId: string; id: string; unitId: string; validFrom: string }

/** Writes a new body: as it stands today, and as the beginning of its history. */
export async function writeBody(db: Transaction<Tables>, body: NewBody, now: Date): Promise<void> {
  const { organisationId, id, unitId, kind, name, validFrom } = body
  await db
    .insertInto('organisation.body')
    .values({ organisation_id: organisationId, id, unit_id: unitId, kind, name, valid_from: validFrom })
    .execute()
  await db
    .insertInto('organisation.body_record')
    .values(bodyRecord(organisationId, id, body, validFrom, now))
    .execute()
}

/** A row of a body's history, from a day on. */
export function bodyRecord(organisationId: string, bodyId: string, facts: BodyFacts, day: string, now: Date) {
  return {
    organisation_id: organisationId,
    id: newId(),
    body_id: bodyId,
    parent_id: facts.parentId ?? null,
    kind: facts.kind,
    name: facts.name,
    purpose: facts.purpose ?? '',
    contact_address: facts.contactAddress ?? '',
    is_highest: facts.isHighest ?? false,
    open_to_join: facts.openToJoin ?? false,
    valid_from: day,
    recorded_at: now,
  }
}
