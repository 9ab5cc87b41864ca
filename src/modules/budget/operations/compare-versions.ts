import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { budgetReaders } from '../budget-roles.ts'
import type { Amount } from '../rules/amount.ts'
import { compareVersions as compare, differenceOverYears } from '../rules/comparison/compare-versions.ts'
import type { Difference } from '../rules/comparison/difference.ts'
import { waterfall, waterfallBetween } from '../rules/comparison/waterfall.ts'
import { comparable } from '../store/comparable.ts'
import { compiledVersion } from '../store/compile.ts'
import { readBook, versionOf } from '../store/read-book.ts'
import { bookId, versionId, yearNumber } from './shapes.ts'

const exact = z.string().nullable()
const difference = z.object({
  year: yearNumber,
  first: exact,
  second: exact,
  difference: exact,
  percent: exact,
})

/** Two budgets side by side: per public board and year, adjustment by adjustment, and the way from one result to the other. */
export const compareVersions = readOperation({
  name: 'compare-versions',
  summary: 'Compare two versions: boards, adjustments, results, and the way from one result to the other.',
  route: 'GET /budget/books/{bookId}/comparison',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({
    bookId,
    first: versionId,
    second: versionId,
    year: yearNumber.optional(),
    /** Steps of the way by public board, or by adjustment. */
    detail: z.enum(['boards', 'adjustments']).default('boards'),
  }),
  output: z.object({
    years: z.array(yearNumber),
    year: yearNumber,
    boards: z.array(
      z.object({
        publicBoard: z.string(),
        inFirst: z.boolean(),
        inSecond: z.boolean(),
        years: z.array(difference.extend({ firstShare: exact, secondShare: exact })),
        overYears: exact,
      }),
    ),
    total: z.array(difference),
    result: z.array(difference),
    adjustments: z
      .array(
        z.object({
          kind: z.enum(['same', 'amount', 'moved', 'onlyFirst', 'onlySecond']),
          firstLabel: exact,
          secondLabel: exact,
          firstBoard: exact,
          secondBoard: exact,
          years: z.array(difference),
          overYears: exact,
        }),
      )
      .nullable(),
    waterfall: z
      .array(
        z.object({
          kind: z.enum(['start', 'financing', 'resultRequirement', 'board', 'adjustment', 'rest', 'end']),
          label: z.string(),
          amount: z.string(),
          from: z.string(),
          to: z.string(),
        }),
      )
      .nullable(),
  }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    first: budget.baseVersionId,
    second: budget.ownVersionId,
  }),
  async run({ db }, input) {
    const book = await readBook(db, input.bookId)
    const [first, second] = [versionOf(book, input.first), versionOf(book, input.second)]
    const [one, other] = [comparable(book, first), comparable(book, second)]
    const comparison = compare(one, other)
    const year =
      comparison.years.find((each) => each === input.year) ?? comparison.years[0] ?? book.budgetYear
    const direct = first.kind === 'base' && (second.kind === 'own' || second.kind === 'scenario')
    const compiled = direct ? compiledVersion(book, second) : null
    const steps = compiled
      ? waterfall(compiled.version, compiled.budgetBase, year, input.detail)
      : waterfallBetween(one, other, year)
    return {
      years: [...comparison.years],
      year,
      boards: comparison.boards.map((board) => ({
        publicBoard: board.publicBoard,
        inFirst: board.inFirst,
        inSecond: board.inSecond,
        years: board.years.map((each) => ({
          ...shown(each),
          firstShare: text(each.firstShare),
          secondShare: text(each.secondShare),
        })),
        overYears: text(differenceOverYears(board.years)),
      })),
      total: comparison.total.map(shown),
      result: comparison.result.map(shown),
      adjustments:
        comparison.adjustments?.map((change) => ({
          kind: change.kind,
          firstLabel: change.first?.label ?? null,
          secondLabel: change.second?.label ?? null,
          firstBoard: change.first?.publicBoard ?? null,
          secondBoard: change.second?.publicBoard ?? null,
          years: change.years.map(shown),
          overYears: text(differenceOverYears(change.years)),
        })) ?? null,
      waterfall:
        steps?.map((step) => ({
          kind: step.kind,
          label: step.label,
          amount: step.amount.toFixed(),
          from: step.from.toFixed(),
          to: step.to.toFixed(),
        })) ?? null,
    }
  },
})

function shown(each: Difference) {
  return {
    year: each.year,
    first: text(each.first),
    second: text(each.second),
    difference: text(each.difference),
    percent: text(each.percent),
  }
}

function text(value: Amount | null): string | null {
  return value === null ? null : value.toFixed()
}
