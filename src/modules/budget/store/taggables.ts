import type { Taggable, TaggablesAsked, TaggableThing } from '#modules/organisation/index.ts'
import { budgetReaders } from '../budget-roles.ts'
import { budgetTexts } from '../messages/budget.ts'

/** So much of an assignment's text names it, when it has no theme. */
const namedBy = 120

/** Adjustments of our own budgets, with what they cost a year: what money carries a priority. */
export const taggableAdjustments: Taggable = {
  kind: 'budget.adjustment',
  readers: budgetReaders,
  texts: budgetTexts,
  async find(asked) {
    const books = await ownBooks(asked)
    if (books.length === 0) return []
    let query = asked.db
      .selectFrom('budget.adjustment as adjustment')
      .leftJoin('budget.public_board as board', (join) =>
        join
          .onRef('board.organisation_id', '=', 'adjustment.organisation_id')
          .onRef('board.id', '=', 'adjustment.public_board_id'),
      )
      .select(['adjustment.id', 'adjustment.version_id', 'adjustment.label', 'board.name as board'])
      .where(
        'adjustment.version_id',
        'in',
        books.map((book) => book.versionId),
      )
      .where('adjustment.removed_at', 'is', null)
    if (asked.ids) query = query.where('adjustment.id', 'in', [...asked.ids])
    const rows = (await query.orderBy('adjustment.position').execute()).filter((row) =>
      fits([row.label, row.board ?? ''], asked.words),
    )
    const amounts = await amountsOf(
      asked,
      rows.map((row) => row.id),
    )
    return inBooks(books, rows, (book, row) => ({
      kind: 'budget.adjustment',
      title: row.label,
      group: [book.title, row.board].filter(Boolean).join(', '),
      address: `/budget/${book.slug}/adjustments/${row.id}`,
      amounts: {
        unit: book.unit,
        decimals: book.decimals,
        years: Object.fromEntries(
          book.years.map((year) => [
            String(year),
            amounts.get(row.id)?.find((each) => each.year === year)?.amount ?? null,
          ]),
        ),
      },
    }))
  },
}

/** Assignments of our own budgets: what public boards are told to do for a priority. */
export const taggableAssignments: Taggable = {
  kind: 'budget.assignment',
  readers: budgetReaders,
  texts: budgetTexts,
  async find(asked) {
    const books = await ownBooks(asked)
    if (books.length === 0) return []
    let query = asked.db
      .selectFrom('budget.assignment')
      .select(['id', 'version_id', 'theme', 'text', 'kind'])
      .where(
        'version_id',
        'in',
        books.map((book) => book.versionId),
      )
      .where('removed_at', 'is', null)
    if (asked.ids) query = query.where('id', 'in', [...asked.ids])
    const rows = (await query.orderBy('position').execute()).filter((row) =>
      fits([row.theme, row.text, row.kind], asked.words),
    )
    return inBooks(books, rows, (book, row) => ({
      kind: 'budget.assignment',
      title:
        row.theme || (row.text.length > namedBy ? `${row.text.slice(0, namedBy).trimEnd()} …` : row.text),
      group: book.title,
      address: `/budget/${book.slug}/document/${book.version}/assignments/${row.id}`,
      amounts: null,
    }))
  },
}

type OwnBook = Awaited<ReturnType<typeof ownBooks>>[number]

/** Our own version of each book of some units that speaks of the days asked for, the latest budget first. */
async function ownBooks({ db, units, during }: TaggablesAsked) {
  let query = db
    .selectFrom('budget.book as book')
    .innerJoin('budget.version as version', (join) =>
      join
        .onRef('version.organisation_id', '=', 'book.organisation_id')
        .onRef('version.book_id', '=', 'book.id'),
    )
    .select([
      'book.unit_id as unitId',
      'book.slug',
      'book.title',
      'book.budget_year',
      'book.plan_years',
      'book.amount_unit as unit',
      'book.decimals',
      'version.id as versionId',
      'version.slug as version',
    ])
    .where('book.archived_at', 'is', null)
    .where('version.kind', '=', 'own')
    .where('version.state', '!=', 'archived')
  if (units !== 'organisation') query = query.where('book.unit_id', 'in', [...units])
  const rows = await query
    .orderBy('book.budget_year', 'desc')
    .orderBy('book.title')
    .orderBy('version.position')
    .execute()
  return rows
    .map(({ budget_year: year, plan_years: plans, ...book }) => ({ ...book, years: [year, ...plans] }))
    .filter((book) => !during || speaksOf(book.years, during))
}

function speaksOf(years: readonly number[], { from, to }: { from: string; to: string | null }): boolean {
  return Math.max(...years) >= yearOf(from) && (to === null || Math.min(...years) <= yearOf(to))
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

async function amountsOf({ db }: TaggablesAsked, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { year: number; amount: string | null }[]>()
  const rows = await db
    .selectFrom('budget.adjustment_amount')
    .select(['adjustment_id as id', 'year', 'amount'])
    .where('adjustment_id', 'in', [...ids])
    .execute()
  return Map.groupBy(rows, (row) => row.id)
}

/** The rows as things, each with the unit of its book: the books in their order, the rows in theirs. */
function inBooks<Row extends { id: string; version_id: string }>(
  books: readonly OwnBook[],
  rows: readonly Row[],
  told: (book: OwnBook, row: Row) => Omit<TaggableThing, 'id' | 'unitId'>,
): TaggableThing[] {
  return books.flatMap((book) =>
    rows
      .filter((row) => row.version_id === book.versionId)
      .map((row) => ({ id: row.id, unitId: book.unitId, ...told(book, row) })),
  )
}

/** Does every word stand somewhere in what a thing is called? */
function fits(said: readonly string[], words = ''): boolean {
  const all = said.join(' ').toLocaleLowerCase('sv')
  return words
    .toLocaleLowerCase('sv')
    .split(/\s+/)
    .every((word) => all.includes(word))
}
