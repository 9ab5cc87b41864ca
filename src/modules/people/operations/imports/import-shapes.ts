import { z } from 'zod'
import { columnFields } from '../../rules/imports/columns.ts'
import type { Reason } from '../../rules/imports/imported-person.ts'
import type { ImportCounts, ImportRun } from '../../store/imports/import-run.ts'
import type { UndoCounts } from '../../store/imports/undo-run.ts'

export const runId = z.uuid()

/** What a column means: a field, an own field of the organisation's, or nothing. */
export const columnMeaning = z.union([
  z.enum([...columnFields, 'ignore']),
  z.templateLiteral(['field:', z.uuid()]),
])

export const counts = z.object({
  rows: z.number().int(),
  created: z.number().int(),
  changed: z.number().int(),
  skipped: z.number().int(),
  refused: z.number().int(),
})

export const reasons = z.array(
  z.object({
    key: z.string(),
    /** The column's number from 0; null when the row as a whole is meant. */
    column: z.number().int().nullable(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
)

export function plainReasons(list: readonly Reason[]): z.input<typeof reasons> {
  return list.map(({ key, column, params }) => ({ key, column, params: { ...params } }))
}

export const importRun = z.object({
  id: runId,
  unitId: z.uuid(),
  unit: z.string(),
  state: z.enum(['prepared', 'done', 'cancelled', 'undone']),
  fileName: z.string(),
  byteCount: z.number().int(),
  existing: z.enum(['update', 'fill', 'skip']),
  standing: z.enum(['applied', 'active', 'lapsed']),
  revision: z.number().int(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  counts: counts.nullable(),
  finishedAt: z.iso.datetime().nullable(),
  finishedBy: z.string().nullable(),
  undoneAt: z.iso.datetime().nullable(),
  undoneBy: z.string().nullable(),
  undo: z
    .object({ removed: z.number().int(), restored: z.number().int(), kept: z.number().int() })
    .nullable(),
})

/** A run as it is told. */
export function shownRun(row: ImportRun & { unit: string }): z.input<typeof importRun> {
  const found = row.counts as (ImportCounts & object) | null
  const undone = row.undo_counts as UndoCounts | null
  return {
    id: row.id,
    unitId: row.unit_id,
    unit: row.unit,
    state: row.state as 'prepared',
    fileName: row.file_name,
    byteCount: row.byte_count,
    existing: row.existing as 'update',
    standing: row.standing as 'active',
    revision: row.revision,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by_name,
    counts: found && {
      rows: found.rows,
      created: found.created,
      changed: found.changed,
      skipped: found.skipped,
      refused: found.refused,
    },
    finishedAt: row.finished_at?.toISOString() ?? null,
    finishedBy: row.finished_by_name,
    undoneAt: row.undone_at?.toISOString() ?? null,
    undoneBy: row.undone_by_name,
    undo: undone && { removed: undone.removed, restored: undone.restored, kept: undone.kept },
  }
}
