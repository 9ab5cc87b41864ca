import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'

/** Older changes than these are in the audit log. */
const editsShown = 50

/** One change as it is shown: who, when, from what to what. */
export type EditShown = {
  kind: string
  field: string
  by: string
  at: string
  before: string | null
  after: string | null
}

/** What a row of a table is called in the history of changes. */
export function rowSubject(table: string, row: string): string {
  return `${table} ${row}`
}

/** The latest changes of one thing in a version, newest first; of one of its fields when one is named. */
export async function editsOf(
  db: Transaction<Tables>,
  of: { versionId: string; subjectId: string; field?: string },
): Promise<EditShown[]> {
  let wanted = db
    .selectFrom('budget.edit')
    .select(['subject_kind', 'field', 'changed_by_name', 'changed_at', 'before', 'after'])
    .where('version_id', '=', of.versionId)
    .where('subject_id', '=', of.subjectId)
  if (of.field !== undefined) wanted = wanted.where('field', '=', of.field)
  const edits = await wanted.orderBy('changed_at', 'desc').orderBy('id', 'desc').limit(editsShown).execute()
  return edits.map((edit) => ({
    kind: edit.subject_kind,
    field: edit.field,
    by: edit.changed_by_name,
    at: edit.changed_at.toISOString(),
    before: edit.before,
    after: edit.after,
  }))
}
