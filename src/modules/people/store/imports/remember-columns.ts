import { createHash } from 'node:crypto'
import type { OperationContext } from '#platform/operations/context.ts'
import { importWords } from '../../messages/import-words.ts'
import { headingText, type ColumnMeaning } from '../../rules/imports/columns.ts'
import type { ImportRun } from './import-run.ts'
import type { FileRead } from './read-import.ts'

/** Remembers what the columns of a file meant, for the next file with the same headings. */
export async function rememberColumns(
  { db, organisationId, now }: OperationContext,
  run: ImportRun,
  file: FileRead,
): Promise<void> {
  const kept = {
    columns: JSON.stringify(file.columns),
    remembered_at: now,
  }
  await db
    .insertInto('people.import_memory')
    .values({
      organisation_id: organisationId,
      heading_hash: headingHash(file.headings),
      unit_id: run.unit_id,
      ...kept,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'heading_hash', 'unit_id']).doUpdateSet(kept),
    )
    .execute()
}

/** What was said of the columns of such a file the last time; null when there was none. */
export async function rememberedColumns(
  db: OperationContext['db'],
  headings: readonly string[],
): Promise<ColumnMeaning[] | null> {
  const row = await db
    .selectFrom('people.import_memory')
    .select('columns')
    .where('heading_hash', '=', headingHash(headings))
    .orderBy('remembered_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? (row.columns as ColumnMeaning[]) : null
}

/** A file of refused rows has the headings of the file they came from, and one more. */
const reasonHeadings = new Set(
  (['sv', 'en'] as const).map((language) => importWords.in(language)('refused.column')),
)

function headingHash(headings: readonly string[]): string {
  const own = headings.filter((heading) => !reasonHeadings.has(heading))
  return createHash('sha256').update(headingText(own)).digest('hex')
}
