import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { found } from '#platform/operations/problem.ts'
import type { DocumentModel } from '../document/model/document.ts'
import type { Explanations } from '../document/model/explanations.ts'

/** What an edition froze: the document, and how every computed figure in it came about. */
export type PublicationContent = { document: DocumentModel; explanations: Explanations }

/** The contents last asked for, by edition. What is published never changes, so they are never read anew. */
const kept = new Map<string, PublicationContent>()
const keptAtMost = 6

/**
 * The content of an edition. The caller has just seen, under row-level security, that it is not withdrawn.
 * @throws {Problem} notFound when it is not there, or not for this caller
 */
export async function readContent(
  db: Transaction<Tables>,
  publicationId: string,
): Promise<PublicationContent> {
  const content = kept.get(publicationId) ?? (await readStored(db, publicationId))
  kept.delete(publicationId)
  kept.set(publicationId, content)
  for (const oldest of kept.keys()) {
    if (kept.size <= keptAtMost) break
    kept.delete(oldest)
  }
  return content
}

async function readStored(db: Transaction<Tables>, publicationId: string): Promise<PublicationContent> {
  const { content } = found(
    await db
      .selectFrom('budget.publication_content')
      .select('content')
      .where('publication_id', '=', publicationId)
      .executeTakeFirst(),
  )
  return content as PublicationContent
}
