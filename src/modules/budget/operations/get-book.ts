import { z } from 'zod'
import { isId } from '#platform/identifiers.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { budgetReaders } from '../budget-roles.ts'
import { readBook } from '../store/read-book.ts'
import { yearsOf } from '../store/stored-book.ts'
import { amountUnit, bookId, versionSummary, yearNumber } from './shapes.ts'

/** A budget book's frame: what it is about, its versions and its public boards. */
export const getBook = readOperation({
  name: 'get-book',
  summary: "A budget book's years, unit, versions and public boards.",
  route: 'GET /budget/books/{book}',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({ book: z.string().min(1).max(100).describe("The book's id or its part of the address") }),
  output: z.object({
    id: bookId,
    slug: z.string(),
    title: z.string(),
    jurisdiction: z.string(),
    budgetYear: yearNumber,
    planYears: z.array(yearNumber),
    years: z.array(yearNumber),
    amountUnit,
    decimals: z.number().int(),
    versions: z.array(versionSummary),
    publicBoards: z.array(
      z.object({ id: z.uuid(), kind: z.enum(['publicBoard', 'unit']), name: z.string(), slug: z.string() }),
    ),
  }),
  example: ({ budget }) => ({ book: budget.bookId }),
  async run({ db }, input) {
    const query = db.selectFrom('budget.book').select('id').where('archived_at', 'is', null)
    const row = await (
      isId(input.book) ? query.where('id', '=', input.book) : query.where('slug', '=', input.book)
    ).executeTakeFirst()
    const book = await readBook(db, found(row).id)
    return {
      id: book.id,
      slug: book.slug,
      title: book.title,
      jurisdiction: book.jurisdiction,
      budgetYear: book.budgetYear,
      planYears: book.planYears,
      years: yearsOf(book),
      amountUnit: book.amountUnit,
      decimals: book.decimals,
      versions: book.versions.map(({ id, slug, name, kind, party, parentId, state, cashPolicy }) => ({
        id,
        slug,
        name,
        kind,
        party,
        parentId,
        state,
        cashPolicy,
      })),
      publicBoards: book.publicBoards,
    }
  },
})
