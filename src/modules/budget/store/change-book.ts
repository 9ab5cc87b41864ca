import { sql } from 'kysely'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { Problem } from '#platform/operations/problem.ts'
import { inPieces } from './in-pieces.ts'

/** The topic on which those who have a book open are told of changes. */
export function bookTopic(bookId: string): string {
  return `budget:${bookId}`
}

/**
 * Marks the book as changed: its revision goes up, and everybody who has it open is told once it is written.
 * Locks the book's row, so that two changes of one book follow one another.
 * @param what a word for what changed, and the id of it, for those who listen
 * @throws {Problem} notFound when the caller does not reach the book
 */
export async function bookChanged(
  context: OperationContext,
  bookId: string,
  what: { kind: string; id?: string | null; versionId?: string | null },
): Promise<bigint> {
  const row = await context.db
    .updateTable('budget.book')
    .set({ revision: sql<bigint>`revision + 1` })
    .where('id', '=', bookId)
    .returning('revision')
    .executeTakeFirst()
  if (!row) throw new Problem('notFound')
  const { name } = actorName(context)
  context.afterCommit(() =>
    context.services.realtime.publish(bookTopic(bookId), {
      kind: what.kind,
      facts: {
        revision: String(row.revision),
        id: what.id ?? null,
        versionId: what.versionId ?? null,
        by: name,
      },
    }),
  )
  return row.revision
}

export type Edit = {
  bookId: string
  versionId: string
  subjectKind: 'adjustment' | 'amount' | 'tax' | 'override' | 'assignment' | 'chapter' | 'row' | 'version'
  subjectId: string
  field: string
  before: string | null
  after: string | null
}

/** Writes changes into the book's history: who changed which field of what, from what to what. */
export async function recordEdits(context: OperationContext, edits: readonly Edit[]): Promise<void> {
  const real = edits.filter((edit) => edit.before !== edit.after)
  if (real.length === 0) return
  const { id, name } = actorName(context)
  await inPieces(real, (piece) =>
    context.db
      .insertInto('budget.edit')
      .values(
        piece.map((edit) => ({
          organisation_id: context.organisationId,
          id: newId(),
          book_id: edit.bookId,
          version_id: edit.versionId,
          subject_kind: edit.subjectKind,
          subject_id: edit.subjectId,
          field: edit.field,
          before: edit.before,
          after: edit.after,
          changed_at: context.now,
          changed_by: id,
          changed_by_name: name,
        })),
      )
      .execute(),
  )
}

/** Marks a version's printed figures as changed, so that they are read anew. */
export async function printedChanged(context: OperationContext, versionId: string): Promise<void> {
  await context.db
    .updateTable('budget.version')
    .set({ printed_revision: sql<number>`printed_revision + 1` })
    .where('id', '=', versionId)
    .execute()
}
