import type { Transaction } from 'kysely'
import { today } from '#platform/dates.ts'
import type { Tables } from '#platform/database/tables.ts'
import { newId } from '#platform/identifiers.ts'
import { slugOf } from '#platform/slug.ts'

export type NewOrganisation = {
  id: string
  name: string
  unitKind: string
  accentHue: number
  isDemo: boolean
  /** Null when its people are made afterwards. */
  ownerUserId: string | null
}

/** Writes an organisation, its first unit and its owner's trust in it. */
export async function writeOrganisation(
  db: Transaction<Tables>,
  organisation: NewOrganisation,
  now: Date,
): Promise<{ unitId: string; slug: string }> {
  const day = today(now)
  const unitId = newId()
  const slug = await insertWithFreeSlug(db, organisation, now)
  await db
    .insertInto('organisation.unit')
    .values({
      organisation_id: organisation.id,
      id: unitId,
      parent_id: null,
      kind: organisation.unitKind,
      name: organisation.name,
      slug,
      valid_from: day,
    })
    .execute()
  if (organisation.ownerUserId === null) return { unitId, slug }
  await db
    .insertInto('organisation.role_grant')
    .values({
      organisation_id: organisation.id,
      id: newId(),
      user_id: organisation.ownerUserId,
      role: 'owner',
      unit_id: unitId,
      valid_from: day,
      granted_by: null,
      granted_at: now,
    })
    .execute()
  return { unitId, slug }
}

/** Others' address parts cannot be seen, only run into: tries `name`, `name-2`, `name-3` … until one is free. */
async function insertWithFreeSlug(
  db: Transaction<Tables>,
  { id, name, accentHue, isDemo }: NewOrganisation,
  now: Date,
): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? slugOf(name) : `${slugOf(name)}-${number}`
    const written = await db
      .insertInto('organisation.organisation')
      .values({ id, slug, name, accent_hue: accentHue, is_demo: isDemo, created_at: now })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .executeTakeFirst()
    if (written.numInsertedOrUpdatedRows === 1n) return slug
  }
}
