import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** What units and bodies are called today, or were when they ended. */
export type NamesToday = {
  units: ReadonlyMap<string, string>
  bodies: ReadonlyMap<string, { name: string; unitId: string }>
}

export async function namesToday(db: Transaction<Tables>): Promise<NamesToday> {
  const units = await db.selectFrom('organisation.unit').select(['id', 'name']).execute()
  const bodies = await db.selectFrom('organisation.body').select(['id', 'name', 'unit_id']).execute()
  return {
    units: new Map(units.map(({ id, name }) => [id, name])),
    bodies: new Map(bodies.map(({ id, name, unit_id: unitId }) => [id, { name, unitId }])),
  }
}
