import type { OperationContext } from '#platform/operations/context.ts'

/**
 * The register of processing: what the organisation has written, and what the modules declare where it has written
 * nothing else.
 */
export async function readProcessing({ db, services, language }: OperationContext) {
  const rows = await db.selectFrom('people.processing_record').selectAll().orderBy('name').execute()
  const written = rows.map((row) => ({
    id: row.id,
    declared: row.declared,
    name: row.name,
    purpose: row.purpose,
    persons: row.persons,
    data: row.data,
    basis: row.basis,
    recipients: row.recipients,
    retention: row.retention,
    security: row.security,
    changedAt: row.changed_at,
    changedByName: row.changed_by_name,
    ended: row.ended_at !== null,
  }))
  const known = new Set(written.map(({ declared }) => declared))
  const proposed = services
    .processing(language)
    .filter(({ key }) => !known.has(key))
    .map(({ key, ...words }) => ({
      id: null,
      declared: key,
      ...words,
      changedAt: null,
      changedByName: '',
      ended: false,
    }))
  return [...proposed, ...written].filter(({ ended }) => !ended).map(({ ended: _, ...record }) => record)
}
