import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

export const measures = ['members', 'votes', 'seats'] as const
export type Measure = (typeof measures)[number]

/** A figure that somebody wrote down, with what it was printed as and where. */
export type EnteredFigure = {
  id: string
  measure: Measure
  day: string
  value: number
  printed: string
  source: string
}

/** A unit's figures as they hold now, in the order of their days. */
export async function readEnteredFigures(db: Transaction<Tables>, unitId: string): Promise<EnteredFigure[]> {
  const rows = await db
    .selectFrom('people.entered_figure')
    .select(['id', 'measure', 'day', 'value', 'printed', 'source'])
    .where('unit_id', '=', unitId)
    .where('replaced_at', 'is', null)
    .orderBy('day')
    .execute()
  return rows.map((row) => ({ ...row, measure: row.measure as Measure, value: Number(row.value) }))
}
