import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { today } from '#platform/dates.ts'
import { found } from '#platform/operations/problem.ts'
import { programVersion } from '#platform/program-version.ts'
import { buildDocument, type BuiltDocument, type DocumentFrame } from '../document/model/build-document.ts'
import type { Removed } from '../document/model/reference-data-of.ts'
import { readBook, versionOf } from './read-book.ts'
import { readSignOffs } from './sign-offs.ts'
import type { StoredBook, StoredVersion } from './stored-book.ts'

/** A version's document as it is now, and what it was made from. */
export type ReadDocument = BuiltDocument & {
  book: StoredBook
  version: StoredVersion
  /** The organisation's hue, for documents that have a colour. */
  hue: number
}

/**
 * Makes a version's document as it is now: a draft, edition 0.
 * @throws {Problem} notFound when there is no such version, or none for this caller
 */
export async function readDocument(
  db: Transaction<Tables>,
  { bookId, versionId, now }: { bookId: string; versionId: string; now: Date },
): Promise<ReadDocument> {
  const book = await readBook(db, bookId)
  const version = versionOf(book, versionId)
  const organisation = found(
    await db.selectFrom('organisation.organisation').select(['name', 'accent_hue']).executeTakeFirst(),
  )
  const frame: DocumentFrame = {
    organisation: organisation.name,
    colophon: {
      edition: 0,
      date: today(now),
      signOffs: await standingSignOffs(db, book, version),
      program: `Kansli ${programVersion}`,
    },
    files: await readInFiles(db, version),
    removed: await removedFrom(db, version),
  }
  return { ...buildDocument(book, version, frame), book, version, hue: organisation.accent_hue }
}

/** The bodies whose last word is yes to the version as it stands, in the order they are asked. */
async function standingSignOffs(db: Transaction<Tables>, book: StoredBook, version: StoredVersion) {
  const bodies = await readSignOffs(db, book, version)
  return bodies.flatMap(({ name, state, decidedOn, reference }) =>
    state === 'approved' && decidedOn ? [{ body: name, decidedOn, reference }] : [],
  )
}

/** The files the version's figures were read from, the first first. */
async function readInFiles(db: Transaction<Tables>, version: StoredVersion): Promise<string[]> {
  const runs = await db
    .selectFrom('budget.import_run')
    .select('files')
    .where('version_id', '=', version.id)
    .orderBy('imported_at')
    .execute()
  return [...new Set(runs.flatMap((run) => run.files as string[]))]
}

/** What has been taken out of the version, so that a text that still speaks of it can be told what it was. */
async function removedFrom(db: Transaction<Tables>, version: StoredVersion): Promise<Removed> {
  const rows = []
  for (const table of ['budget.adjustment', 'budget.tax_step'] as const) {
    rows.push(
      ...(await db
        .selectFrom(table)
        .select(['id', 'label'])
        .where('version_id', '=', version.id)
        .where('removed_at', 'is not', null)
        .execute()),
    )
  }
  const assignments = await db
    .selectFrom('budget.assignment')
    .select(['id', 'theme', 'text'])
    .where('version_id', '=', version.id)
    .where('removed_at', 'is not', null)
    .execute()
  return {
    rows,
    assignments: assignments.map(({ id, theme, text }) => ({ id, label: theme || text })),
  }
}
