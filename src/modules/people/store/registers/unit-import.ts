import { kindCalled, treeAsOf, unitKindsOn, type UnitRecords } from '#modules/organisation/index.ts'
import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { planUnits, type UnitPlan, type UnitRow } from '../../rules/registers/plan-units.ts'
import type { RegisterFileRead } from './read-register-file.ts'

/** The columns that a file of units is read by. */
export const unitColumns = ['id', 'name', 'kind', 'parent', 'from', 'to'] as const
export const mostUnits = 2000

/** The rows of a file of units. */
export function unitRows({ rows }: RegisterFileRead): UnitRow[] {
  return rows.map(({ line, of }) => ({
    line,
    id: of('id').toLowerCase(),
    name: of('name').replaceAll(/\s+/g, ' '),
    kind: of('kind'),
    parent: of('parent'),
    from: of('from'),
    to: of('to'),
  }))
}

/** What a file of units would do with the tree as it stands. */
export async function unitPlan(
  db: Transaction<Tables>,
  records: UnitRecords,
  rows: readonly UnitRow[],
  day: string,
): Promise<UnitPlan> {
  const kinds = await unitKindsOn(db, day)
  return planUnits(rows, treeAsOf(records, day), {
    kindOf: (word) => kindCalled(kinds, word)?.key ?? null,
    day,
  })
}
