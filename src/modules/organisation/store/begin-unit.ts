import { newId } from '#platform/identifiers.ts'
import { Problem } from '#platform/operations/problem.ts'
import { freeSlug } from '#platform/slug.ts'
import { treeAsOf } from '../rules/unit-tree.ts'
import type { Writing } from './change-unit.ts'
import { readUnitKinds } from './read-units.ts'
import { writeUnit } from './write-unit.ts'

/**
 * Makes a unit under another from a day on. Units beside one another are told apart by their names.
 * @returns its id
 * @throws {Problem} invalidInput for a name that is taken there, or a kind the organisation does not have
 */
export async function beginUnit(
  { db, organisationId, now, records }: Writing,
  unit: { parentId: string; name: string; kind: string; day: string },
): Promise<string> {
  await requireKind({ db }, unit.kind)
  const beside = treeAsOf(records, unit.day).filter((each) => each.parentId === unit.parentId)
  if (beside.some((each) => each.name.toLocaleLowerCase('sv') === unit.name.toLocaleLowerCase('sv'))) {
    throw new Problem('invalidInput', { issues: [{ path: ['name'], message: 'unit.exists' }] })
  }
  const id = newId()
  const slug = freeSlug(unit.name, new Set(records.units.map((each) => each.slug)))
  const { parentId, name, kind, day } = unit
  await writeUnit(db, { organisationId, id, parentId, kind, name, slug, validFrom: day }, now)
  return id
}

/** @throws {Problem} invalidInput for a kind the organisation does not have */
export async function requireKind({ db }: Pick<Writing, 'db'>, kind: string): Promise<void> {
  const kinds = await readUnitKinds(db)
  if (kinds.some((each) => each.key === kind)) return
  throw new Problem('invalidInput', {
    issues: [
      {
        path: ['kind'],
        message: 'unit.kindUnknown',
        params: { values: kinds.map((each) => each.key).join(', ') },
      },
    ],
  })
}
