import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { unitOfPostalCode } from '../../rules/joining/postal-code-unit.ts'

/** A unit that is there today. `beside`: tied to no address. */
export type JoinUnit = { id: string; parentId: string | null; name: string; beside: boolean; depth: number }

/** The units that are there, each after the one it lies under and in the order of the Swedish alphabet. */
export async function readJoinUnits(db: Transaction<Tables>, day: string): Promise<JoinUnit[]> {
  const rows = await db
    .selectFrom('organisation.unit as unit')
    .leftJoin('organisation.unit_kind as kind', (join) =>
      join.onRef('kind.organisation_id', '=', 'unit.organisation_id').onRef('kind.key', '=', 'unit.kind'),
    )
    .select(['unit.id', 'unit.parent_id as parentId', 'unit.name', 'kind.beside'])
    .where((row) => row.or([row('unit.valid_to', 'is', null), row('unit.valid_to', '>=', day)]))
    .execute()
  const collator = new Intl.Collator('sv')
  const ids = new Set(rows.map((row) => row.id))
  const below = Map.groupBy(rows, ({ parentId }) => (parentId && ids.has(parentId) ? parentId : null))
  const units: JoinUnit[] = []
  const visit = (parentId: string | null, depth: number) => {
    const here = (below.get(parentId) ?? []).sort((one, other) => collator.compare(one.name, other.name))
    for (const row of here) {
      units.push({ ...row, beside: row.beside ?? false, depth })
      visit(row.id, depth + 1)
    }
  }
  visit(null, 0)
  return units
}

/** A unit and those it lies under, the nearest first. */
export function upwardsFrom(units: readonly Pick<JoinUnit, 'id' | 'parentId'>[], unitId: string): string[] {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const path: string[] = []
  for (let next: string | null = unitId; next && !path.includes(next); next = parents.get(next) ?? null) {
    path.push(next)
  }
  return path
}

/** The units tied to an address at or below one, among which a joiner chooses a home. */
export function homeChoices(units: readonly JoinUnit[], under: string): JoinUnit[] {
  return units.filter((unit) => !unit.beside && upwardsFrom(units, unit.id).includes(under))
}

/** The unit a postal code belongs to, among all that are there; null when none does. */
export async function unitByPostalCode(db: Transaction<Tables>, code: string): Promise<string | null> {
  const digits = code.replaceAll(/\D/g, '')
  const ranges = await db
    .selectFrom('people.unit_postal_code as range')
    .innerJoin('organisation.unit as unit', (join) =>
      join
        .onRef('unit.organisation_id', '=', 'range.organisation_id')
        .onRef('unit.id', '=', 'range.unit_id')
        .on('unit.valid_to', 'is', null),
    )
    .select(['range.unit_id as unitId', 'range.first_code as first', 'range.last_code as last'])
    .where('range.ended_at', 'is', null)
    .where('range.first_code', '<=', digits)
    .where('range.last_code', '>=', digits)
    .execute()
  return unitOfPostalCode(digits, ranges)
}
