import type { Selectable, Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import type { Services } from '#platform/operations/services.ts'
import type { ColumnMeaning } from '../../rules/imports/columns.ts'
import type { OwnFieldKind } from '../../rules/imports/own-value.ts'

export type ImportRun = Selectable<Tables['people.import_run']>

/** Rows by what came of them. */
export type ImportCounts = {
  rows: number
  created: number
  changed: number
  skipped: number
  refused: number
}

/** For how many days an import can be taken back. */
export const daysToUndo = 30

/** @throws {Problem} notFound when there is no such run, or none for this caller */
export async function readRun(db: Transaction<Tables>, runId: string): Promise<ImportRun> {
  return found(
    await db.selectFrom('people.import_run').selectAll().where('id', '=', runId).executeTakeFirst(),
  )
}

/** The same, and nobody else carries it out, undoes or cancels it before this is written. */
export async function lockRun(db: Transaction<Tables>, runId: string): Promise<ImportRun> {
  return found(
    await db
      .selectFrom('people.import_run')
      .selectAll()
      .where('id', '=', runId)
      .forUpdate()
      .executeTakeFirst(),
  )
}

/** What somebody has said the columns mean; null when nobody has. */
export function saidColumns(run: ImportRun): ColumnMeaning[] | null {
  return run.columns === null ? null : (run.columns as ColumnMeaning[])
}

/** The organisation's own fields, which columns may hold. */
export async function readOwnFields(db: Transaction<Tables>): Promise<OwnFieldKind[]> {
  const rows = await db
    .selectFrom('people.field')
    .select(['id', 'key', 'label', 'type', 'choices'])
    .where('archived_at', 'is', null)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, type: row.type as OwnFieldKind['type'] }))
}

/** Keeps a handed-over file so that the store alone does not give it away. @returns its name in the store */
export function keepSealed({ files, sealer }: Pick<Services, 'files' | 'sealer'>, bytes: Uint8Array) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return files.put(Buffer.from(sealer.seal(text)))
}

/** @throws {Problem} notFound when the file is no longer kept */
export async function openSealed(
  { files, sealer }: Pick<Services, 'files' | 'sealer'>,
  sha256: string | null,
): Promise<Uint8Array> {
  const sealed = sha256 === null ? null : await files.get(sha256)
  if (!sealed) throw new Problem('notFound', { detail: 'import.fileGone' })
  return Buffer.from(sealer.open(Buffer.from(sealed).toString('latin1')), 'base64')
}
