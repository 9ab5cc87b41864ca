import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { RenderedFile } from '../document/render/file-formats.ts'

/** A file whose bytes lie in the file store. */
export type StoredFile = Omit<RenderedFile, 'bytes'> & { byteCount: number; sha256: string }

/** Puts the bytes of files into the file store. */
export async function storeFiles(store: FileStore, files: readonly RenderedFile[]): Promise<StoredFile[]> {
  const stored: StoredFile[] = []
  for (const { bytes, ...file } of files)
    stored.push({ ...file, byteCount: bytes.length, sha256: await store.put(bytes) })
  return stored
}

/** Writes which files an edition has. A format that is there already stays as it is. */
export async function savePublicationFiles(
  db: Transaction<Tables>,
  part: { organisation_id: string; book_id: string; publication_id: string },
  files: readonly StoredFile[],
): Promise<void> {
  if (files.length === 0) return
  await db
    .insertInto('budget.publication_file')
    .values(
      files.map((file) => ({
        ...part,
        format: file.format,
        name: file.name,
        media_type: file.mediaType,
        byte_count: BigInt(file.byteCount),
        sha256: file.sha256,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The files of an edition, in the order they are offered. */
export function filesOf(db: Transaction<Tables>, publicationId: string) {
  return db
    .selectFrom('budget.publication_file')
    .select(['format', 'name', 'media_type', 'byte_count', 'sha256'])
    .where('publication_id', '=', publicationId)
    .execute()
}
