import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { budgetReaders } from '../budget-roles.ts'
import type { Explanation } from '../rules/statements/explanation.ts'
import { compiledVersion } from '../store/compile.ts'
import { explainedCell } from '../store/explained-cell.ts'
import { editsOf, rowSubject } from '../store/read-edits.ts'
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
    const year = input.year ?? book.budgetYear
    if (input.subject === 'amount') {
      const adjustment = found(version.adjustments.find((each) => each.id === input.adjustmentId))
      const field = String(year)
      return {
        label: adjustment.label,
        explanation: amountNode(book, version, adjustment.id, year),
        edits: await editsOf(db, { versionId: version.id, subjectId: adjustment.id, field }),
      }
    }
    const place = { table: input.table ?? '', row: input.row ?? '', column: input.column ?? '' }
    const explained = explainedCell(compiledVersion(book, version), place)
    const subjectId = rowSubject(place.table, place.row)
    const edits = await editsOf(db, { versionId: version.id, subjectId, field: place.column })
    const printedOn = (id: string) => printedLine(version, id)
    return { label: explained.label, explanation: explained.tree && shown(explained.tree, printedOn), edits }
  },
})

/** An adjustment's amount: what was written, and the printed line it was read from. */
function amountNode(book: StoredBook, version: StoredVersion, adjustmentId: string, year: number): Node {
  const adjustment = found(version.adjustments.find((each) => each.id === adjustmentId))
  const cell = adjustment.amounts.find((each) => each.year === year)
  return {
    kind: adjustment.printedKey ? 'printed' : 'change',
    message: { key: 'statements.explain.adjustment', params: { label: adjustment.label } },
    value: cell?.amount ?? null,
    unit: book.amountUnit,
    sign: 1,
    place: null,
    sourceLine: printedLine(version, adjustmentId),
    adjustmentId,
    children: [],
  }
}

/** The line that an adjustment was read from; null for one that was written here. */
function printedLine(version: StoredVersion, adjustmentId: string): Node['sourceLine'] {
  const line = version.adjustments.find((each) => each.id === adjustmentId)?.sourceLine ?? null
  const table = version.printedTables.find((each) => each.kind === 'adjustmentSummary')
  return line === null ? null : { source: table?.source ?? null, line }
}

function shown(tree: Explanation, printedOn: (adjustmentId: string) => Node['sourceLine']): Node {
  return {
    kind: tree.kind,
    message: { key: tree.message.key, params: { ...tree.message.params } },
    value: tree.value === null ? null : tree.value.toFixed(),
    unit: tree.unit,
    sign: tree.sign,
    place: tree.place,
    sourceLine: tree.sourceLine ?? (tree.adjustment ? printedOn(tree.adjustment) : null),
    adjustmentId: tree.adjustment,
    children: tree.children.map((child) => shown(child, printedOn)),
  }
}
