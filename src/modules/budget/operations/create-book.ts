import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { freeSlug } from '#platform/slug.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { budgetWriters } from '../budget-roles.ts'
import { amountUnit, bookId, versionId, yearNumber } from './shapes.ts'

/**
 * Begins a budget book with two versions: the base proposal, into which somebody else's budget is read, and ours,
 * which is written as differences from it.
 */
export const createBook = writeOperation({
  name: 'create-book',
  summary: 'Create a budget book with a base version and an own version.',
  route: 'POST /budget/books',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({
    unitId: z.uuid().describe('The unit whose draft it is'),
    title: z.string().trim().min(1).max(200),
    jurisdiction: z.string().trim().min(1).max(200).describe('Whose money it is: "Region Stockholm"'),
    budgetYear: yearNumber,
    planYears: z.array(yearNumber).max(10),
    amountUnit: amountUnit.default('mnkr'),
    decimals: z.number().int().min(0).max(6).default(1),
    baseName: z.string().trim().min(1).max(120),
    ownName: z.string().trim().min(1).max(120),
  }),
  output: z.object({ bookId, slug: z.string(), baseVersionId: versionId, ownVersionId: versionId }),
  example: ({ budget }) => ({
    unitId: budget.unitId,
    title: 'Budget 2026',
    jurisdiction: 'Exempelregionen',
    budgetYear: 2026,
    planYears: [2027, 2028],
    baseName: 'Majoritetens förslag',
    ownName: 'Vårt förslag',
  }),
  audit: (input, output) => ({ kind: 'budget', id: output.bookId, detail: { title: input.title } }),
  async run({ db, now, organisationId, actor }, input) {
    const id = newId()
    const slug = await freeBookSlug(db, `${input.jurisdiction} ${input.budgetYear}`, id)
    const createdBy = actor.kind === 'person' ? actor.userId : null
    await db
      .insertInto('budget.book')
      .values({
        organisation_id: organisationId,
        id,
        unit_id: input.unitId,
        slug,
        title: input.title,
        jurisdiction: input.jurisdiction,
        budget_year: input.budgetYear,
        plan_years: input.planYears,
        amount_unit: input.amountUnit,
        decimals: input.decimals,
        created_at: now,
        created_by: createdBy,
      })
      .execute()
    const version = (kind: 'base' | 'own', name: string, position: number) => ({
      organisation_id: organisationId,
      id: newId(),
      book_id: id,
      slug: kind,
      name,
      kind,
      position,
      created_at: now,
      created_by: createdBy,
    })
    const base = version('base', input.baseName, 0)
    const own = version('own', input.ownName, 1)
    await db.insertInto('budget.version').values([base, own]).execute()
    return { bookId: id, slug, baseVersionId: base.id, ownVersionId: own.id }
  },
})

/** A book of a unit that the caller does not see may have the address already: then the id tells them apart. */
async function freeBookSlug(db: OperationContext['db'], name: string, id: string): Promise<string> {
  const seen = await db.selectFrom('budget.book').select('slug').execute()
  const slug = freeSlug(name, new Set(seen.map((book) => book.slug)))
  const { rows } = await sql<{ taken: boolean }>`select budget.book_slug_taken(${slug}) as taken`.execute(db)
  return rows[0]?.taken ? `${slug}-${id.slice(-4)}` : slug
}
