import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { budgetReaders } from '../budget-roles.ts'
import { bookId, yearNumber } from './shapes.ts'

/** The budget books one has access to, the latest budget year first. */
export const listBooks = readOperation({
  name: 'list-books',
  summary: 'Budget books, the latest budget year first.',
  route: 'GET /budget/books',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({}),
  output: z.object({
    books: z.array(
      z.object({
        id: bookId,
        slug: z.string(),
        title: z.string(),
        jurisdiction: z.string(),
        budgetYear: yearNumber,
        planYears: z.array(yearNumber),
      }),
    ),
  }),
  example: () => ({}),
  async run({ db }) {
    const rows = await db
      .selectFrom('budget.book')
      .select(['id', 'slug', 'title', 'jurisdiction', 'budget_year', 'plan_years'])
      .where('archived_at', 'is', null)
      .orderBy('budget_year', 'desc')
      .orderBy('title')
      .execute()
    return {
      books: rows.map(({ budget_year, plan_years, ...book }) => ({
        ...book,
        budgetYear: budget_year,
        planYears: plan_years,
      })),
    }
  },
})
