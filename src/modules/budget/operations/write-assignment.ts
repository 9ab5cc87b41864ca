import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged, recordEdits } from '../store/change-book.ts'
import { requireDraft } from './require-draft.ts'
import { bookId, versionId, yearNumber } from './shapes.ts'

const bodyNames = z.array(z.string().trim().min(1).max(200)).max(40)

/** Adds, rewrites or removes an assignment: what a public board or a company is told to do. */
export const writeAssignment = writeOperation({
  name: 'write-assignment',
  summary: 'Add, rewrite or remove an assignment of a version.',
  route: 'PUT /budget/books/{bookId}/versions/{versionId}/assignments',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({
    bookId,
    versionId,
    /** Leave out to add an assignment. */
    assignmentId: z.uuid().optional(),
    expectedRevision: z.number().int().min(0),
    chapter: z.string().trim().max(20).nullable(),
    kind: z.string().trim().min(1).max(60),
    theme: z.string().trim().max(200).default(''),
    text: z.string().trim().min(1).max(4000),
    amounts: z.string().trim().max(400),
    dueYear: yearNumber.nullable(),
    condition: z.string().trim().max(1000),
    responsible: bodyNames.min(1),
    consulted: bodyNames,
    removed: z.boolean().default(false),
  }),
  output: z.object({ assignmentId: z.uuid(), revision: z.string() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    expectedRevision: 0,
    chapter: '4',
    kind: 'utreda',
    text: 'Utreda en gemensam vikariepool.',
    amounts: '',
    dueYear: 2026,
    condition: '',
    responsible: ['Regionstyrelsen'],
    consulted: [],
  }),
  audit: (input, output) => ({
    kind: 'budget',
    id: input.bookId,
    detail: { assignment: output.assignmentId },
  }),
  async run(context, input) {
    const id = input.assignmentId ?? newId()
    const revision = await bookChanged(context, input.bookId, {
      kind: 'document',
      id,
      versionId: input.versionId,
    })
    await requireDraft(context, input.bookId, input.versionId)
    const before = await context.db
      .selectFrom('budget.assignment')
      .select(['revision', 'text'])
      .where('version_id', '=', input.versionId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (input.assignmentId) found(before)
    if ((before?.revision ?? 0) !== input.expectedRevision) {
      throw new Problem('changedMeanwhile', {
        facts: { text: before?.text ?? '', revision: before?.revision ?? 0 },
      })
    }
    await save(context, id, input)
    await recordEdits(context, [
      {
        bookId: input.bookId,
        versionId: input.versionId,
        subjectKind: 'assignment',
        subjectId: id,
        field: input.removed ? 'removed' : 'text',
        before: before?.text ?? null,
        after: input.removed ? null : input.text,
      },
    ])
    return { assignmentId: id, revision: String(revision) }
  },
})

type Written = z.output<typeof writeAssignment.input>

async function save(context: OperationContext, id: string, input: Written) {
  const { db, organisationId } = context
  const values = {
    chapter: input.chapter || null,
    kind: input.kind,
    theme: input.theme,
    text: input.text,
    amounts: input.amounts,
    due_year: input.dueYear,
    condition: input.condition,
    revision: input.expectedRevision + 1,
    removed_at: input.removed ? context.now : null,
  }
  const last = await db
    .selectFrom('budget.assignment')
    .select((row) => row.fn.max('position').as('position'))
    .where('version_id', '=', input.versionId)
    .executeTakeFirst()
  await db
    .insertInto('budget.assignment')
    .values({
      organisation_id: organisationId,
      id,
      book_id: input.bookId,
      version_id: input.versionId,
      position: (last?.position ?? 0) + 1,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet(values))
    .execute()
  await db.deleteFrom('budget.assignment_body').where('assignment_id', '=', id).execute()
  const boards = await db
    .selectFrom('budget.public_board')
    .select(['id', 'name'])
    .where('book_id', '=', input.bookId)
    .execute()
  const boardIds = new Map(boards.map((board) => [board.name, board.id]))
  const bodies = (['responsible', 'consulted'] as const).flatMap((part) =>
    [...new Set(input[part])].map((name, position) => ({
      organisation_id: organisationId,
      assignment_id: id,
      part,
      name,
      book_id: input.bookId,
      public_board_id: boardIds.get(name) ?? null,
      position,
    })),
  )
  await db.insertInto('budget.assignment_body').values(bodies).execute()
}
