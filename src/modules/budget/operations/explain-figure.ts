import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { budgetReaders } from '../budget-roles.ts'
import { explainCell, type Explanation } from '../rules/statements/explain.ts'
import { explainSummary } from '../rules/statements/explain-summary.ts'
import { SUMMARY_KEY } from '../rules/statements/summary.ts'
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
    /** A cell of a compiled table, or an adjustment's amount in a year. */
    subject: z.enum(['cell', 'amount']),
    table: z.string().optional(),
    row: z.string().optional(),
    column: z.string().optional(),
    adjustmentId: z.uuid().optional(),
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
    const explained = explain(compiled, input)
    return { label: explained.label, explanation: explained.tree && shown(explained.tree), edits: [] }
  },
})

type Asked = z.output<typeof explainFigure.input>

function explain(compiled: Compiled, input: Asked): { label: string; tree: Explanation | null } {
  const { table: key = '', row: rowKey = '', column: columnKey = '' } = input
  const table = found(tableOf(compiled.book.tables, key))
  const row = found(table.rows.find((each) => each.key === rowKey))
  const column = found(table.columns.find((each) => each.key === columnKey))
  const label = [row.section, row.label].filter(Boolean).join(', ')
  const years = compiled.budgetBase.years
  const tree =
    key === SUMMARY_KEY
      ? explainSummary(compiled.derived, rowKey, Math.max(0, years.indexOf(column.year ?? 0)))
      : explainCell(compiled.derived, key, rowKey, columnKey)
  return { label, tree: tree && withTakenBack(compiled, tree) }
}

/** Where only our own side was printed, a base figure is itself a computation: ours as printed, less our changes. */
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
