import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { newId } from '#platform/identifiers.ts'
import type { BodyKind, RoleKind } from '../rules/bodies/kinds.ts'
import {
  kindChange,
  kindWordsOn,
  type KindFamily,
  type KindRecord,
  type NamedKind,
} from '../rules/kinds-as-of.ts'
import type { UnitKind } from '../rules/unit-kinds.ts'
import { dayBefore } from '../rules/unit-records.ts'

/** What an organisation has called a family of kinds, whatever day; the caller's own organisation unless one is given. */
export async function readKindRecords(
  db: Transaction<Tables>,
  family: KindFamily,
  organisationId?: string,
): Promise<KindRecord[]> {
  const query = db
    .selectFrom('organisation.kind_record')
    .select([
      'id',
      'key',
      'singular',
      'plural',
      'marked',
      'position',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('family', '=', family)
    .where('replaced_at', 'is', null)
  return organisationId ? query.where('organisation_id', '=', organisationId).execute() : query.execute()
}

/** The words for units of a day. */
export async function unitKindsOn(db: Transaction<Tables>, day: string): Promise<UnitKind[]> {
  const words = kindWordsOn(await readKindRecords(db, 'unit'), day)
  return words.map(({ marked, ...kind }) => ({ ...kind, beside: marked }))
}

/** The words for bodies of a day. */
export async function bodyKindsOn(db: Transaction<Tables>, day: string): Promise<BodyKind[]> {
  return kindWordsOn(await readKindRecords(db, 'body'), day).map(({ marked: _, ...kind }) => kind)
}

/** The words for roles in bodies of a day. */
export async function roleKindsOn(db: Transaction<Tables>, day: string): Promise<RoleKind[]> {
  const words = kindWordsOn(await readKindRecords(db, 'role'), day)
  return words.map(({ marked, ...kind }) => ({ ...kind, substitute: marked }))
}

/** Writes the kinds of a family as they are from a day on: as they stand today, and in their history. */
export async function writeKinds(
  { db, organisationId, now }: { db: Transaction<Tables>; organisationId: string; now: Date },
  family: KindFamily,
  kinds: readonly NamedKind[],
  day: string,
): Promise<void> {
  const { ends, replaces, adds } = kindChange(await readKindRecords(db, family, organisationId), kinds, day)
  const rows = () => db.updateTable('organisation.kind_record')
  if (ends.length > 0)
    await rows()
      .set({ valid_to: dayBefore(day) })
      .where('id', 'in', ends)
      .execute()
  if (replaces.length > 0) await rows().set({ replaced_at: now }).where('id', 'in', replaces).execute()
  if (adds.length > 0) {
    await db
      .insertInto('organisation.kind_record')
      .values(
        adds.map((kind) => ({
          organisation_id: organisationId,
          id: newId(),
          family,
          ...kind,
          valid_from: day,
          recorded_at: now,
        })),
      )
      .execute()
  }
  const plain = kinds.map(({ key, singular, plural, marked }, position) => ({
    marked,
    row: { organisation_id: organisationId, key, singular, plural, position },
  }))
  switch (family) {
    case 'unit':
      await db.deleteFrom('organisation.unit_kind').where('organisation_id', '=', organisationId).execute()
      await db
        .insertInto('organisation.unit_kind')
        .values(plain.map(({ row, marked }) => ({ ...row, beside: marked })))
        .execute()
      return
    case 'body':
      await db.deleteFrom('organisation.body_kind').where('organisation_id', '=', organisationId).execute()
      await db
        .insertInto('organisation.body_kind')
        .values(plain.map(({ row }) => row))
        .execute()
      return
    case 'role':
      await db.deleteFrom('organisation.role_kind').where('organisation_id', '=', organisationId).execute()
      await db
        .insertInto('organisation.role_kind')
        .values(plain.map(({ row, marked }) => ({ ...row, substitute: marked })))
        .execute()
  }
}
