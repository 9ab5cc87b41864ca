import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { newId } from '#platform/identifiers.ts'

export type NewUnit = {
  organisationId: string
  id: string
  parentId: string | null
  kind: string
  name: string
  slug: string
  validFrom: string
}

/** Writes a new unit: as it stands today, and as the beginning of its history. */
export async function writeUnit(db: Transaction<Tables>, unit: NewUnit, now: Date): Promise<void> {
  const { organisationId, id, parentId, kind, name, slug, validFrom } = unit
  await db
    .insertInto('organisation.unit')
    .values({
      organisation_id: organisationId,
      id,
      parent_id: parentId,
      kind,
      name,
      slug,
      valid_from: validFrom,
    })
    .execute()
  await writePlaceAndName(db, unit, now)
}

/** Writes where a unit lies and what it is called and is, from a day on. */
export async function writePlaceAndName(
  db: Transaction<Tables>,
  { organisationId, id, parentId, name, kind, validFrom }: Omit<NewUnit, 'slug'>,
  now: Date,
): Promise<void> {
  const row = { organisation_id: organisationId, unit_id: id, valid_from: validFrom, recorded_at: now }
  await db
    .insertInto('organisation.unit_place')
    .values({ ...row, id: newId(), parent_id: parentId })
    .execute()
  await db
    .insertInto('organisation.unit_name')
    .values({ ...row, id: newId(), name, kind })
    .execute()
}
