import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged, recordEdits } from '../store/change-book.ts'
import { requireDraft } from './require-draft.ts'
import { bookId, versionId } from './shapes.ts'

/** Adds, rewrites or removes a chapter of the document. */
export const writeChapter = writeOperation({
  name: 'write-chapter',
  summary: "Add, rewrite or remove a chapter of a version's document.",
  route: 'PUT /budget/books/{bookId}/versions/{versionId}/chapters',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({
    bookId,
    versionId,
    /** Leave out to add a chapter. */
    chapterId: z.uuid().optional(),
    expectedRevision: z.number().int().min(0),
    number: z.string().trim().min(1).max(20),
    title: z.string().trim().min(1).max(200),
    publicBoardId: z.uuid().nullable(),
    /** Markdown; amounts and tables are written as references to the data. */
    text: z.string().max(60_000),
    removed: z.boolean().default(false),
  }),
  output: z.object({ chapterId: z.uuid(), revision: z.string() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    expectedRevision: 0,
    number: '12',
    title: 'Uppföljning',
    publicBoardId: null,
    text: 'Så här följer vi upp.',
  }),
  audit: (input, output) => ({
    kind: 'budget',
    id: input.bookId,
    detail: { chapter: output.chapterId, title: input.title },
  }),
  async run(context, input) {
    const id = input.chapterId ?? newId()
    const revision = await bookChanged(context, input.bookId, {
      kind: 'document',
      id,
      versionId: input.versionId,
    })
    await requireDraft(context, input.bookId, input.versionId)
    const chapters = await context.db
      .selectFrom('budget.chapter')
      .select(['id', 'revision', 'text', 'position'])
      .where('version_id', '=', input.versionId)
      .execute()
    const before = chapters.find((chapter) => chapter.id === id)
    if (input.chapterId) found(before)
    if ((before?.revision ?? 0) !== input.expectedRevision) {
      throw new Problem('changedMeanwhile', {
        facts: { text: before?.text ?? '', revision: before?.revision ?? 0 },
      })
    }
    const values = {
      number: input.number,
      title: input.title,
      public_board_id: input.publicBoardId,
      text: input.text,
      revision: input.expectedRevision + 1,
      removed_at: input.removed ? context.now : null,
    }
    await context.db
      .insertInto('budget.chapter')
      .values({
        organisation_id: context.organisationId,
        id,
        book_id: input.bookId,
        version_id: input.versionId,
        position: Math.max(0, ...chapters.map((chapter) => chapter.position)) + 1,
        ...values,
      })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet(values))
      .execute()
    await recordEdits(context, [
      {
        bookId: input.bookId,
        versionId: input.versionId,
        subjectKind: 'chapter',
        subjectId: id,
        field: input.removed ? 'removed' : 'text',
        before: before?.text ?? null,
        after: input.removed ? null : input.text,
      },
    ])
    return { chapterId: id, revision: String(revision) }
  },
})
