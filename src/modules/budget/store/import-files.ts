import type { OperationContext } from '#platform/operations/context.ts'
import { Problem } from '#platform/operations/problem.ts'
import type { ReadBook } from '../rules/reading/folder.ts'
import type { Frame } from '../rules/reading/frame.ts'
import { readBook } from '../rules/reading/read-book.ts'

/**
 * Reads uploaded files as a budget, without changing anything.
 * @param frame what the book says already; it wins over what the files say
 * @throws {Problem} notFound when a file is not there, cancelled when the caller gave up
 */
export async function readImportFiles(
  context: OperationContext,
  fileIds: readonly string[],
  frame: Frame,
  answers: Readonly<Record<string, string>>,
): Promise<{ names: string[]; read: ReadBook }> {
  const rows = await context.db
    .selectFrom('file.file')
    .select(['id', 'name', 'sha256'])
    .where('id', 'in', [...new Set(fileIds)])
    .execute()
  const files = []
  for (const id of fileIds) {
    const row = rows.find((each) => each.id === id)
    const bytes = row ? await context.services.files.get(row.sha256) : null
    if (!row || !bytes) throw new Problem('notFound', { detail: 'import.fileGone' })
    files.push({ name: row.name, bytes })
  }
  const abort = new AbortController()
  try {
    const read = await readBook(files, {
      frame,
      answers,
      signal: abort.signal,
      onProgress: (done, total) => {
        context.progress.report(total === 0 ? 1 : done / total)
        if (context.progress.cancelled()) abort.abort()
      },
    })
    return { names: files.map((file) => file.name), read }
  } catch (error) {
    if (abort.signal.aborted) throw new Problem('cancelled', { cause: error })
    throw error
  }
}
