import type { OperationContext } from '#platform/operations/context.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { readDocuments, type StoredDocument } from './read-documents.ts'

/**
 * The document a change is about, for whoever is trusted with its body's unit; locked, so that two never write the same
 * version.
 * @throws {Problem} notFound; notPossibleNow when it holds no longer
 */
export async function documentForChange(
  { db, scope }: Pick<OperationContext, 'db' | 'scope'>,
  documentId: string,
): Promise<StoredDocument> {
  await db.selectFrom('organisation.organisation').select('id').forNoKeyUpdate().execute()
  const document = found((await readDocuments(db, documentId))[0])
  if (scope !== 'organisation' && !scope.includes(document.unitId)) throw new Problem('notFound')
  if (document.validTo !== null) throw new Problem('notPossibleNow', { detail: 'governingDocument.ended' })
  return document
}
