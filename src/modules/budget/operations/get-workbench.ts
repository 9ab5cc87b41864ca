import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { budgetReaders } from '../budget-roles.ts'
import type { Amount } from '../rules/amount.ts'
import { compiledVersion } from '../store/compile.ts'
import { readBook, versionOf } from '../store/read-book.ts'
import { yearsOf, type StoredBook, type StoredVersion } from '../store/stored-book.ts'
import { adjustmentKind, amountText, bookId, versionId, yearNumber } from './shapes.ts'

const yearCell = z.object({ amount: amountText.nullable(), revision: z.number().int() })

/** Everything the grid shows of a version: the base by public board, our adjustments, tax and required results. */
export const getWorkbench = readOperation({
  name: 'get-workbench',
  summary: "A version's grid: base by public board, adjustments by year, tax and required results.",
  route: 'GET /budget/books/{bookId}/versions/{versionId}/workbench',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({ bookId, versionId }),
  output: z.object({
    bookId,
    versionId,
    revision: z.string(),
    years: z.array(yearNumber),
    decimals: z.number().int(),
    editable: z.boolean(),
    boards: z.array(
      z.object({
        id: z.uuid().nullable(),
        kind: z.enum(['publicBoard', 'unit']),
        name: z.string(),
        base: z.array(amountText.nullable()),
      }),
    ),
    baseResult: z.array(amountText),
    rows: z.array(
      z.object({
        id: z.uuid(),
        boardId: z.uuid().nullable(),
        kind: adjustmentKind,
        label: z.string(),
        revision: z.number().int(),
        cells: z.array(
          z.object({
            amount: amountText.nullable(),
            revision: z.number().int(),
            changedBy: z.string(),
            changedAt: z.string(),
          }),
        ),
      }),
    ),
    taxBase: z.array(yearCell),
    taxSteps: z.array(
      z.object({
        id: z.uuid(),
        label: z.string(),
        ore: z.array(amountText.nullable()),
        revision: z.number().int(),
      }),
    ),
    requirements: z.array(yearCell),
  }),
  example: ({ budget }) => ({ bookId: budget.bookId, versionId: budget.ownVersionId }),
  async run({ db }, input) {
    const book = await readBook(db, input.bookId)
    return workbenchOf(book, versionOf(book, input.versionId))
  },
})

function workbenchOf(book: StoredBook, version: StoredVersion) {
  const years = yearsOf(book)
  const compiled = compiledVersion(book, version)
  const base = new Map(compiled.budgetBase.boards.map((board) => [board.publicBoard, board.appropriation]))
  const inYears = (cells: { year: number; amount: string | null; revision: number }[]) =>
    years.map((year) => {
      const cell = cells.find((each) => each.year === year)
      return { amount: cell?.amount ?? null, revision: cell?.revision ?? 0 }
    })
  const known = new Set(book.publicBoards.map((board) => board.name))
  return {
    bookId: book.id,
    versionId: version.id,
    revision: String(book.revision),
    years,
    decimals: book.decimals,
    editable: version.state === 'draft' || version.state === 'ready',
    boards: [
      ...book.publicBoards.map((board) => ({
        id: board.id,
        kind: board.kind,
        name: board.name,
        base: (base.get(board.name) ?? years.map(() => null)).map(text),
      })),
      // A body that the base knows by another name than the book's own list.
      ...compiled.budgetBase.boards
        .filter((board) => !known.has(board.publicBoard))
        .map((board) => ({
          id: null,
          kind: 'publicBoard' as const,
          name: board.publicBoard,
          base: board.appropriation.map(text),
        })),
    ],
    baseResult: compiled.totals.baseResult.map((each) => each.toFixed()),
    rows: version.adjustments.map((adjustment) => ({
      id: adjustment.id,
      boardId: adjustment.publicBoardId,
      kind: adjustment.kind,
      label: adjustment.label,
      revision: adjustment.revision,
      cells: years.map((year) => {
        const cell = adjustment.amounts.find((each) => each.year === year)
        return {
          amount: cell?.amount ?? null,
          revision: cell?.revision ?? 0,
          changedBy: cell?.changedByName ?? '',
          changedAt: cell?.changedAt.toISOString() ?? '',
        }
      }),
    })),
    taxBase: inYears(version.taxBase),
    taxSteps: version.taxSteps.map((step) => ({
      id: step.id,
      label: step.label,
      ore: years.map((year) => step.ore[year] ?? null),
      revision: step.revision,
    })),
    requirements: inYears(version.resultRequirements),
  }
}

function text(value: Amount | null): string | null {
  return value === null ? null : value.toFixed()
}
