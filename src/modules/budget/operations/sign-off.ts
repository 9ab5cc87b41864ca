import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { readOperation, writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { budgetReaders, budgetSigners, budgetWriters } from '../budget-roles.ts'
import { bookChanged } from '../store/change-book.ts'
import { contentFingerprint } from '../store/content-fingerprint.ts'
import { readBook, readBookForChange, versionOf } from '../store/read-book.ts'
import { readSignOffs } from '../store/sign-offs.ts'
import { bookId, versionId } from './shapes.ts'

/** Chooses the bodies that must anchor a version before it can be called ready. */
export const chooseSignOffBodies = writeOperation({
  name: 'choose-sign-off-bodies',
  summary: 'Choose the bodies that must sign off a version before it is ready.',
  route: 'PUT /budget/books/{bookId}/versions/{versionId}/sign-off-bodies',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({ bookId, versionId, bodyIds: z.array(z.uuid()).max(20) }),
  output: z.object({ bodies: z.number().int() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    bodyIds: [budget.bodyId],
  }),
  audit: (input) => ({ kind: 'budget', id: input.bookId, detail: { bodies: input.bodyIds.length } }),
  async run(context, input) {
    await bookChanged(context, input.bookId, { kind: 'signOff', versionId: input.versionId })
    const { db } = context
    const bodies = await db.selectFrom('organisation.body').select(['id', 'name']).execute()
    await db
      .deleteFrom('budget.sign_off_body')
      .where('book_id', '=', input.bookId)
      .where('version_id', '=', input.versionId)
      .execute()
    for (const [position, id] of [...new Set(input.bodyIds)].entries()) {
      const body = found(bodies.find((each) => each.id === id))
      await db
        .insertInto('budget.sign_off_body')
        .values({
          organisation_id: context.organisationId,
          version_id: input.versionId,
          body_id: id,
          book_id: input.bookId,
          body_name: body.name,
          position,
        })
        .execute()
    }
    return { bodies: input.bodyIds.length }
  },
})

/** Records what a body decided about a version. It holds for the content as it is now: a later change is seen. */
export const signOff = writeOperation({
  name: 'sign-off',
  summary: 'Record that a body approved or returned a version, with its date and reference.',
  route: 'POST /budget/books/{bookId}/versions/{versionId}/sign-offs',
  policy: { allow: 'roles', roles: budgetSigners },
  input: z.object({
    bookId,
    versionId,
    bodyId: z.uuid(),
    decision: z.enum(['approved', 'returned']),
    decidedOn: z.iso.date(),
    reference: z.string().trim().max(200),
    note: z.string().trim().max(2000),
  }),
  output: z.object({ signOffId: z.uuid() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    bodyId: budget.bodyId,
    decision: 'approved' as const,
    decidedOn: '2026-11-20',
    reference: '§ 12',
    note: '',
  }),
  audit: (input, output) => ({
    kind: 'budget',
    id: input.bookId,
    detail: { signOff: output.signOffId, body: input.bodyId, decision: input.decision },
  }),
  async run(context, input) {
    await bookChanged(context, input.bookId, { kind: 'signOff', versionId: input.versionId })
    if (input.decidedOn > today(context.now)) {
      throw new Problem('invalidInput', { issues: [{ path: ['decidedOn'], message: 'dateInFuture' }] })
    }
    const book = await readBookForChange(context.db, input.bookId)
    const version = versionOf(book, input.versionId)
    found(
      await context.db
        .selectFrom('budget.sign_off_body')
        .select('body_id')
        .where('version_id', '=', version.id)
        .where('body_id', '=', input.bodyId)
        .executeTakeFirst(),
    )
    const { id, name } = actorName(context)
    const signOffId = newId()
    await context.db
      .insertInto('budget.sign_off')
      .values({
        organisation_id: context.organisationId,
        id: signOffId,
        book_id: input.bookId,
        version_id: version.id,
        body_id: input.bodyId,
        decision: input.decision,
        decided_on: input.decidedOn,
        reference: input.reference,
        note: input.note,
        content_fingerprint: contentFingerprint(book, version),
        recorded_at: context.now,
        recorded_by: id,
        recorded_by_name: name,
      })
      .execute()
    return { signOffId }
  },
})

/** Each body that must anchor the version, and the last thing it said. */
export const listSignOffs = readOperation({
  name: 'list-sign-offs',
  summary: 'The bodies that must sign off a version, and what each last decided.',
  route: 'GET /budget/books/{bookId}/versions/{versionId}/sign-offs',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({ bookId, versionId }),
  output: z.object({
    bodies: z.array(
      z.object({
        bodyId: z.uuid(),
        name: z.string(),
        /** `changed`: approved, but the content is another since. */
        state: z.enum(['waiting', 'approved', 'returned', 'changed']),
        decidedOn: z.iso.date().nullable(),
        reference: z.string(),
        note: z.string(),
        recordedBy: z.string(),
      }),
    ),
    /** Everything the bodies have said, the latest first. */
    decisions: z.array(
      z.object({
        at: z.iso.datetime(),
        name: z.string(),
        decision: z.enum(['approved', 'returned']),
        decidedOn: z.iso.date(),
        reference: z.string(),
        note: z.string(),
        recordedBy: z.string(),
        /** Is it about the version as it stands now? */
        current: z.boolean(),
      }),
    ),
    history: z.array(
      z.object({
        at: z.iso.datetime(),
        from: z.string(),
        to: z.string(),
        overrideReason: z.string().nullable(),
        by: z.string(),
      }),
    ),
  }),
  example: ({ budget }) => ({ bookId: budget.bookId, versionId: budget.ownVersionId }),
  async run({ db }, input) {
    const book = await readBook(db, input.bookId)
    const version = versionOf(book, input.versionId)
    const decisions = await db
      .selectFrom('budget.sign_off as said')
      .innerJoin('organisation.body as body', 'body.id', 'said.body_id')
      .selectAll('said')
      .select('body.name')
      .where('version_id', '=', version.id)
      .orderBy('recorded_at')
      .execute()
    const history = await db
      .selectFrom('budget.state_change')
      .selectAll()
      .where('version_id', '=', version.id)
      .orderBy('changed_at')
      .execute()
    const now = contentFingerprint(book, version)
    return {
      bodies: await readSignOffs(db, book, version),
      decisions: decisions.toReversed().map((said) => ({
        at: said.recorded_at.toISOString(),
        name: said.name,
        decision: said.decision as 'approved' | 'returned',
        decidedOn: said.decided_on,
        reference: said.reference,
        note: said.note,
        recordedBy: said.recorded_by_name,
        current: said.content_fingerprint === now,
      })),
      history: history.map((step) => ({
        at: step.changed_at.toISOString(),
        from: step.from_state,
        to: step.to_state,
        overrideReason: step.override_reason,
        by: step.changed_by_name,
      })),
    }
  },
})
