import type { Transaction } from 'kysely'
import { today } from '#platform/dates.ts'
import type { Tables } from '#platform/database/tables.ts'
import { newId } from '#platform/identifiers.ts'
import { slugOf } from '#platform/slug.ts'
import { defaultBodyKinds, defaultRoleKinds } from './rules/bodies/kinds.ts'
import { defaultUnitKinds, kindCalled } from './rules/unit-kinds.ts'
import { writeKinds } from './store/kinds.ts'
import { writeUnit } from './store/write-unit.ts'

export type NewOrganisation = {
  id: string
  name: string
  unitKind: string
  accentHue: number
  isDemo: boolean
  /** The first unit's first day; today when it is left out. */
  since?: string | undefined
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
  const kind = await beginKinds(db, organisation, organisation.since ?? day, now)
  await writeUnit(
    db,
    {
      organisationId: organisation.id,
      id: unitId,
      parentId: null,
      kind,
      name: organisation.name,
      slug,
      validFrom: organisation.since ?? day,
    },
    now,
  )
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

/** The kinds of units, bodies and roles it begins with. A word of its own for the first unit is a kind too. @returns that kind's key */
async function beginKinds(
  db: Transaction<Tables>,
  { id, unitKind }: NewOrganisation,
  day: string,
  now: Date,
): Promise<string> {
  const known = kindCalled(defaultUnitKinds, unitKind)
  const own = { key: slugOf(unitKind).slice(0, 60), singular: unitKind, plural: unitKind, beside: false }
  const kinds = known ? defaultUnitKinds : [own, ...defaultUnitKinds]
  const writing = { db, organisationId: id, now }
  const units = kinds.map(({ beside, ...kind }) => ({ ...kind, marked: beside }))
  const bodies = defaultBodyKinds.map((kind) => ({ ...kind, marked: false }))
  const roles = defaultRoleKinds.map(({ substitute, ...kind }) => ({ ...kind, marked: substitute }))
  await writeKinds(writing, 'unit', units, day)
  await writeKinds(writing, 'body', bodies, day)
  await writeKinds(writing, 'role', roles, day)
  return (known ?? own).key
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
