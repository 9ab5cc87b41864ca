import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { budgetReaders } from '../budget-roles.ts'
import { explainCell, type Explanation } from '../rules/statements/explain.ts'
import { explainBoardSum, explainResult } from '../rules/statements/explain-summary.ts'
import { explainTakenBack } from '../rules/statements/explain-base.ts'
import { compiledVersion, tableOf, type Compiled } from '../store/compile.ts'
import { readBook, versionOf } from '../store/read-book.ts'
import type { StoredBook, StoredVersion } from '../store/stored-book.ts'
import { bookId, versionId, yearNumber } from './shapes.ts'

type Node = {
  kind: 'sum' | 'computed' | 'base' | 'change' | 'printed' | 'override'
  message: { key: string; params: Record<string, string | number> }
  value: string | null
  unit: string
  sign: 1 | -1
  place: { table: string; row: string; column: string } | null
  sourceLine: { source: string | null; line: number } | null
  adjustmentId: string | null
  children: Node[]
}

const node: z.ZodType<Node> = z.lazy(() =>
  z.object({
    kind: z.enum(['sum', 'computed', 'base', 'change', 'printed', 'override']),
    message: z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
    value: z.string().nullable(),
    unit: z.string(),
    sign: z.union([z.literal(1), z.literal(-1)]),
    place: z.object({ table: z.string(), row: z.string(), column: z.string() }).nullable(),
    sourceLine: z.object({ source: z.string().nullable(), line: z.number().int() }).nullable(),
    adjustmentId: z.string().nullable(),
    children: z.array(node),
  }),
)

export type ExplanationShown = Node

/** How one figure came about, down to the line it was printed on, and who has changed it. */
export const explainFigure = readOperation({
  name: 'explain-figure',
  summary: 'How one figure is computed, down to its source lines, and who has changed it.',
  route: 'GET /budget/books/{bookId}/versions/{versionId}/explanation',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({
    bookId,
    versionId,
    /** A cell of a compiled table, an adjustment's amount, a public board's sum, or the result of a year. */
    subject: z.enum(['cell', 'amount', 'boardSum', 'result']),
    table: z.string().optional(),
    row: z.string().optional(),
    column: z.string().optional(),
    adjustmentId: z.uuid().optional(),
    publicBoard: z.string().optional(),
    year: yearNumber.optional(),
  }),
  output: z.object({
    label: z.string(),
    explanation: node.nullable(),
    edits: z.array(
      z.object({
        by: z.string(),
        at: z.iso.datetime(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
  }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    subject: 'amount' as const,
    adjustmentId: budget.adjustmentId,
    year: budget.year,
  }),
  async run({ db }, input) {
    const book = await readBook(db, input.bookId)
    const version = versionOf(book, input.versionId)
    const compiled = compiledVersion(book, version)
    const year = input.year ?? book.budgetYear
    if (input.subject === 'amount') {
      const adjustment = found(version.adjustments.find((each) => each.id === input.adjustmentId))
      const edits = await db
        .selectFrom('budget.edit')
        .select(['changed_by_name', 'changed_at', 'before', 'after'])
        .where('book_id', '=', book.id)
        .where('subject_id', '=', adjustment.id)
        .where('field', '=', String(year))
        .orderBy('changed_at', 'desc')
        .limit(50)
        .execute()
      return {
        label: adjustment.label,
        explanation: amountNode(book, version, adjustment.id, year),
        edits: edits.map((edit) => ({
          by: edit.changed_by_name,
          at: edit.changed_at.toISOString(),
          before: edit.before,
          after: edit.after,
        })),
      }
    }
    const explained = explain(compiled, input, year)
    return { label: explained.label, explanation: explained.tree && shown(explained.tree), edits: [] }
  },
})

type Asked = z.output<typeof explainFigure.input>

function explain(
  compiled: Compiled,
  input: Asked,
  year: number,
): { label: string; tree: Explanation | null } {
  if (input.subject === 'result') return { label: '', tree: explainResult(compiled.derived, year) }
  if (input.subject === 'boardSum') {
    const board = found(input.publicBoard)
    return { label: board, tree: explainBoardSum(compiled.derived, board, year) }
  }
  const { table: key = '', row = '', column = '' } = input
  const table = found(tableOf(compiled.book.tables, key))
  const label = found(table.rows.find((each) => each.key === row)).label
  const tree = explainCell(compiled.derived, key, row, column)
  // Where only our own side was printed, a base figure is itself a computation: ours as printed, less our changes.
  return { label, tree: tree && withTakenBack(compiled, tree) }
}

function withTakenBack(compiled: Compiled, tree: Explanation): Explanation {
  const { takenBack } = compiled
  if (!takenBack) return tree
  const children = tree.children.map((child) => withTakenBack(compiled, child))
  if (tree.kind !== 'base' || !tree.place) return { ...tree, children }
  const { table, row, column } = tree.place
  const before = explainTakenBack(takenBack, table, row, column)
  return { ...tree, children: before ? [before] : children }
}

/** An adjustment's amount: what was written, and the printed line it was read from. */
function amountNode(book: StoredBook, version: StoredVersion, adjustmentId: string, year: number): Node {
  const adjustment = found(version.adjustments.find((each) => each.id === adjustmentId))
  const cell = adjustment.amounts.find((each) => each.year === year)
  const table = version.printedTables.find((each) => each.kind === 'adjustmentSummary')
  return {
    kind: adjustment.printedKey ? 'printed' : 'change',
    message: { key: 'statements.explain.adjustment', params: { label: adjustment.label } },
    value: cell?.amount ?? null,
    unit: book.amountUnit,
    sign: 1,
    place: null,
    sourceLine:
      adjustment.sourceLine === null ? null : { source: table?.source ?? null, line: adjustment.sourceLine },
    adjustmentId,
    children: [],
  }
}

function shown(tree: Explanation): Node {
  return {
    kind: tree.kind,
    message: { key: tree.message.key, params: { ...tree.message.params } },
    value: tree.value === null ? null : tree.value.toFixed(),
    unit: tree.unit,
    sign: tree.sign,
    place: tree.place,
    sourceLine: tree.sourceLine,
    adjustmentId: tree.adjustment,
    children: tree.children.map(shown),
  }
}
