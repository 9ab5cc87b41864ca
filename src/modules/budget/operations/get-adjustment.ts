import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { budgetReaders } from '../budget-roles.ts'
import { roles } from '../rules/roles.ts'
import { compiledVersion } from '../store/compile.ts'
import { readBook, versionOf } from '../store/read-book.ts'
import { yearsOf } from '../store/stored-book.ts'
import { adjustmentKind, amountText, bookId, versionId, yearNumber } from './shapes.ts'

const rowChoice = z.object({ role: z.enum(roles), label: z.string() })

/** One adjustment with everything said about it, where it lands, what could be chosen instead, and its history. */
export const getAdjustment = readOperation({
  name: 'get-adjustment',
  summary: 'One adjustment: amounts, rationale, links, where it lands in the statements, and its history.',
  route: 'GET /budget/books/{bookId}/adjustments/{adjustmentId}',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({ bookId, adjustmentId: z.uuid() }),
  output: z.object({
    versionId,
    removed: z.boolean(),
    label: z.string(),
    kind: adjustmentKind,
    publicBoardId: z.uuid().nullable(),
    recurring: z.boolean(),
    rationale: z.string(),
    part: z.string().nullable(),
    statementRole: z.enum(roles).nullable(),
    /** Where it lands when nobody has said. */
    assumedRole: rowChoice.nullable(),
    chapter: z.string().nullable(),
    revision: z.number().int(),
    amounts: z.array(
      z.object({ year: yearNumber, amount: amountText.nullable(), revision: z.number().int() }),
    ),
    links: z.array(z.object({ id: z.uuid(), title: z.string(), address: z.string() })),
    sourceLine: z.number().int().nullable(),
    parts: z.array(z.string()),
    statementRows: z.array(rowChoice),
    chapters: z.array(z.object({ number: z.string(), title: z.string() })),
    edits: z.array(
      z.object({
        by: z.string(),
        at: z.iso.datetime(),
        field: z.string(),
        before: z.string().nullable(),
        after: z.string().nullable(),
      }),
    ),
  }),
  example: ({ budget }) => ({ bookId: budget.bookId, adjustmentId: budget.adjustmentId }),
  async run({ db }, input) {
    const book = await readBook(db, input.bookId)
    const row = found(
      await db
        .selectFrom('budget.adjustment')
        .selectAll()
        .where('book_id', '=', book.id)
        .where('id', '=', input.adjustmentId)
        .executeTakeFirst(),
    )
    const version = versionOf(book, row.version_id)
    const amounts = await db
      .selectFrom('budget.adjustment_amount')
      .select(['year', 'amount', 'revision'])
      .where('adjustment_id', '=', row.id)
      .execute()
    const links = await db
      .selectFrom('budget.adjustment_link')
      .select(['id', 'title', 'address'])
      .where('adjustment_id', '=', row.id)
      .orderBy('id')
      .execute()
    const edits = await db
      .selectFrom('budget.edit')
      .selectAll()
      .where('book_id', '=', book.id)
      .where('subject_id', '=', row.id)
      .orderBy('changed_at', 'desc')
      .limit(100)
      .execute()
    const compiled = compiledVersion(book, version)
    const board = book.publicBoards.find((each) => each.id === row.public_board_id)?.name
    const statement = compiled.derived.tables.find((table) => table.kind === 'incomeStatement')
    const statementRows = (statement?.rows ?? []).flatMap((each) =>
      each.kind === 'line' && each.role !== null ? [{ role: each.role, label: each.label }] : [],
    )
    const effect = compiled.derived.effects.find((each) => each.id === row.id)
    return {
      versionId: version.id,
      removed: row.removed_at !== null,
      label: row.label,
      kind: row.kind as z.output<typeof adjustmentKind>,
      publicBoardId: row.public_board_id,
      recurring: row.recurring,
      rationale: row.rationale,
      part: row.part,
      statementRole: roles.find((role) => role === row.statement_role) ?? null,
      assumedRole: statementRows.find((each) => each.role === effect?.statementRole) ?? null,
      chapter: row.chapter,
      revision: row.revision,
      amounts: yearsOf(book).map((year) => {
        const cell = amounts.find((each) => each.year === year)
        return { year, amount: cell?.amount ?? null, revision: cell?.revision ?? 0 }
      }),
      links,
      sourceLine: row.source_line,
      parts:
        compiled.budgetBase.boards
          .find((each) => each.publicBoard === board)
          ?.parts.map((part) => part.label) ?? [],
      statementRows,
      chapters: version.chapters.map(({ number, title }) => ({ number, title })),
      edits: edits.map((edit) => ({
        by: edit.changed_by_name,
        at: edit.changed_at.toISOString(),
        field: edit.field,
        before: edit.before,
        after: edit.after,
      })),
    }
  },
})
