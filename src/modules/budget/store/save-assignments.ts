import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import type { BookAssignment, Table } from '../rules/book.ts'

/** Writes assignments that were read from a file, with the boards they are given to. */
export async function saveAssignments(
  context: OperationContext,
  target: { bookId: string; versionId: string },
  assignments: readonly BookAssignment[],
  boardOf: (name: string | null) => { id: string } | null,
): Promise<void> {
  const { db, organisationId } = context
  for (const [position, assignment] of assignments.entries()) {
    const id = newId()
    await db
      .insertInto('budget.assignment')
      .values({
        organisation_id: organisationId,
        id,
        book_id: target.bookId,
        version_id: target.versionId,
        source_key: assignment.key,
        chapter: assignment.chapter,
        kind: assignment.kind || '–',
        theme: assignment.theme ?? '',
        text: assignment.text || assignment.theme || assignment.kind || '–',
        amounts: assignment.amounts,
        due_year: assignment.dueYear,
        position: position + 1,
        source_line: assignment.sourceLine,
      })
      .execute()
    const bodies = (['responsible', 'consulted'] as const).flatMap((part) =>
      [...new Set(part === 'responsible' ? assignment.publicBoards : assignment.consulted)].map(
        (name, at) => ({
          organisation_id: organisationId,
          assignment_id: id,
          part,
          name,
          book_id: target.bookId,
          public_board_id: boardOf(name)?.id ?? null,
          position: at,
        }),
      ),
    )
    if (bodies.length > 0) await db.insertInto('budget.assignment_body').values(bodies).execute()
  }
}

/** Makes an empty chapter for every chapter that tables or assignments speak of, so that there is a place for its text. */
export async function saveChapters(
  context: OperationContext,
  target: { bookId: string; versionId: string },
  tables: readonly Table[],
  assignments: readonly BookAssignment[],
): Promise<void> {
  const { db, organisationId } = context
  const known = await db
    .selectFrom('budget.chapter')
    .select(['number', 'position'])
    .where('version_id', '=', target.versionId)
    .execute()
  const numbers = new Set(known.map((chapter) => chapter.number))
  const wanted = new Map<string, string[]>()
  for (const { chapter, boards } of [
    ...tables.map((table) => ({
      chapter: table.chapter,
      boards: table.rows.map((row) => row.section ?? table.body ?? ''),
    })),
    ...assignments.map((assignment) => ({ chapter: assignment.chapter, boards: assignment.publicBoards })),
  ]) {
    if (chapter !== null && !numbers.has(chapter))
      wanted.set(chapter, [...(wanted.get(chapter) ?? []), ...boards])
  }
  const inOrder = [...wanted].sort(([a], [b]) => a.localeCompare(b, 'sv', { numeric: true }))
  for (const [index, [number, boards]] of inOrder.entries()) {
    await db
      .insertInto('budget.chapter')
      .values({
        organisation_id: organisationId,
        id: newId(),
        book_id: target.bookId,
        version_id: target.versionId,
        number,
        title: mostNamed(boards) ?? number,
        position: known.length + index + 1,
      })
      .execute()
  }
}

function mostNamed(names: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}
