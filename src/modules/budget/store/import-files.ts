import type { PrepareContext } from '#platform/operations/context.ts'
import { Problem } from '#platform/operations/problem.ts'
import type { ReadBook } from '../rules/reading/folder.ts'
import type { Frame } from '../rules/reading/frame.ts'
import { readBook } from '../rules/reading/read-book.ts'
import { readBook as readStoredBook } from './read-book.ts'
import { RunningReadings, type Running } from '#platform/running-readings.ts'
import type { StoredBook } from './stored-book.ts'

/** Uploaded files read as a budget; nothing is changed yet. */
export type FilesRead = { names: string[]; frame: Frame; read: ReadBook }

/** A server reads for many at once: it takes on less than a desk may. */
const limits = { fileBytes: 25 * 1024 * 1024, unpackedBytes: 100_000_000, cells: 150_000 }

/** The last readings, so that looking at files and then reading them in is one reading. */
const readings = new RunningReadings<ReadBook>(4)

/**
 * Reads uploaded files as a budget, before any transaction. The same files, answers and frame are read once.
 * What the book says about itself already wins over what the files say.
 * @throws {Problem} notFound when the book or a file is not there, or not for this caller
 */
export async function readImportFiles(
  context: PrepareContext,
  input: { bookId: string; fileIds: readonly string[]; answers: Readonly<Record<string, string>> },
): Promise<Running<FilesRead>> {
  const { frame, rows } = await context.read(async (db) => ({
    frame: frameOf(await readStoredBook(db, input.bookId)),
    rows: await db
      .selectFrom('file.file')
      .select(['id', 'name', 'sha256'])
      .where('id', 'in', [...new Set(input.fileIds)])
      .execute(),
  }))
  const files = input.fileIds.map((id) => {
    const row = rows.find((each) => each.id === id)
    if (!row) throw new Problem('notFound', { detail: 'import.fileGone' })
    return row
  })
  const key = JSON.stringify([
    files.map(({ name, sha256 }) => [name, sha256]),
    frame,
    Object.entries(input.answers).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ])
  const running = readings.join(key, async (report, signal) =>
    readBook(await Promise.all(files.map((file) => bytesOf(context, file))), {
      frame,
      answers: input.answers,
      limits,
      signal,
      onProgress: (done, total) => report(total === 0 ? 1 : done / total),
    }),
  )
  const result = running.result.then((read) => ({ names: files.map(({ name }) => name), frame, read }))
  // Who only asks how far it has come does not wait for the end: a failure is told when somebody does.
  result.catch(() => undefined)
  return { share: running.share, result }
}

/** What a book says about itself, which what is read in must agree with. */
export function frameOf(book: StoredBook): Frame {
  return {
    jurisdiction: book.jurisdiction,
    budgetYear: book.budgetYear,
    planYears: book.planYears,
    unit: book.amountUnit,
  }
}

async function bytesOf(
  { services }: PrepareContext,
  { name, sha256 }: { name: string; sha256: string },
): Promise<{ name: string; bytes: Uint8Array }> {
  const bytes = await services.files.get(sha256)
  if (!bytes) throw new Problem('notFound', { detail: 'import.fileGone' })
  return { name, bytes }
}

const told = 250

/**
 * Waits for a reading to its end, telling how far it has come.
 * @throws {Problem} cancelled when the caller has given up
 */
export async function waitFor(context: PrepareContext, running: Running<FilesRead>): Promise<FilesRead> {
  const givenUp = Promise.withResolvers<never>()
  const timer = setInterval(() => {
    context.progress.report(running.share())
    if (context.progress.cancelled()) givenUp.reject(new Problem('cancelled'))
  }, told)
  try {
    return await Promise.race([running.result, givenUp.promise])
  } finally {
    clearInterval(timer)
  }
}
