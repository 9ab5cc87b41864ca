import { Temporal } from 'temporal-polyfill'
import type { OperationContext } from '#platform/operations/context.ts'
import { retentionSubjects, type RetentionSubject } from '../../../rules/privacy/retention-subjects.ts'

export type RetentionRule = RetentionSubject & {
  active: boolean
  changedAt: Date | null
  changedByName: string
  lastRunAt: Date | null
  lastRunCount: number | null
}

/** Every rule as it stands: what the organisation has said, else the proposal, switched off. */
export async function readRetentionRules({ db }: Pick<OperationContext, 'db'>): Promise<RetentionRule[]> {
  const rows = await db.selectFrom('people.retention_rule').selectAll().execute()
  return retentionSubjects.map((subject) => {
    const said = rows.find((row) => row.subject === subject.key)
    return {
      ...subject,
      months: said?.months ?? subject.months,
      active: said?.active ?? false,
      changedAt: said?.changed_at ?? null,
      changedByName: said?.changed_by_name ?? '',
      lastRunAt: said?.last_run_at ?? null,
      lastRunCount: said?.last_run_count ?? null,
    }
  })
}

/** The day before which something is too old: so many months before today. */
export function retentionLimit(day: string, months: number): string {
  return Temporal.PlainDate.from(day).subtract({ months }).toString()
}
