import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { freeSlug } from '#platform/slug.ts'
import { sameBody, SAME_BODY } from '../rules/reading/bodies.ts'
import type { Table } from '../rules/book.ts'

type Board = { id: string; kind: string; name: string; slug: string; position: number }

/**
 * Sees to it that every body with money in the tables is among the book's public boards and units, each once
 * however differently it is written. What is there already is kept.
 * @returns finds a board by a name as printed
 */
export async function saveBoards(
  context: OperationContext,
  bookId: string,
  tables: readonly Table[],
): Promise<(name: string | null) => Board | null> {
  const { db, organisationId } = context
  const boards: Board[] = await db
    .selectFrom('budget.public_board')
    .select(['id', 'kind', 'name', 'slug', 'position'])
    .where('book_id', '=', bookId)
    .orderBy('position')
    .execute()
  const find = (name: string | null) => (name === null ? null : closest(boards, name))
  const slugs = new Set(boards.map((board) => board.slug))
  for (const { kind, name } of bodiesIn(tables)) {
    if (find(name)) continue
    const slug = freeSlug(name, slugs)
    slugs.add(slug)
    const board = { id: newId(), kind, name, slug, position: boards.length }
    boards.push(board)
    await db
      .insertInto('budget.public_board')
      .values({ organisation_id: organisationId, book_id: bookId, ...board })
      .execute()
  }
  return find
}

/** Public boards are those with an appropriation or adjustments; units those with a result of their own. */
function bodiesIn(tables: readonly Table[]): { kind: 'publicBoard' | 'unit'; name: string }[] {
  const boards = tables.flatMap((table) => {
    if (table.kind === 'appropriations') {
      return table.rows.filter((row) => row.kind === 'line').map((row) => row.label)
    }
    if (table.kind !== 'adjustmentSummary' && table.kind !== 'chapterAdjustments') return []
    return table.rows
      .filter((row) => row.role === 'adjustment' || row.role === 'baseProposal')
      .map((row) => row.section)
  })
  const units = tables.flatMap((table) => {
    if (table.kind === 'unitResult') return [table.body ?? table.title]
    if (table.kind !== 'resultRequirements') return []
    return table.rows.filter((row) => row.kind === 'line' || row.kind === 'ofWhich').map((row) => row.label)
  })
  return [
    ...unique(boards).map((name) => ({ kind: 'publicBoard' as const, name })),
    ...unique(units).map((name) => ({ kind: 'unit' as const, name: name.replace(/^varav\s+/iu, '') })),
  ]
}

function unique(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name): name is string => name !== null && name.trim() !== ''))]
}

function closest(boards: readonly Board[], name: string): Board | null {
  let best: Board | null = null
  let score = SAME_BODY
  for (const board of boards) {
    const alike = board.name === name ? 1 : sameBody(board.name, name)
    if (alike > score || (alike === score && best === null)) {
      best = board
      score = alike
    }
  }
  return best
}
