import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { documentKinds } from '../../rules/governing-documents/review.ts'
import { requireBody } from '../../store/bodies/change-body.ts'
import { lockBodies } from '../../store/bodies/read-bodies.ts'
import { writeVersion } from '../../store/governing-documents/write-version.ts'
import { versionFields, writersPolicy } from './document-shapes.ts'

/** Records what a body works by, in its first version: what it says, who adopted it when, and when to review it. */
export const createGoverningDocument = writeOperation({
  name: 'create-governing-document',
  summary: 'Record a body’s statutes, standing orders or ways of working in their first version.',
  route: 'POST /governing-documents',
  policy: writersPolicy,
  input: z.object({
    bodyId: z.uuid(),
    kind: z.enum(documentKinds),
    title: z.string().trim().min(1).max(200),
    ...versionFields,
  }),
  output: z.object({ documentId: z.uuid(), unitId: z.uuid() }),
  example: ({ organisation }) => ({
    bodyId: organisation.bodyId,
    kind: 'standingOrders' as const,
    title: 'Styrelsens arbetsordning',
    text: '§ 1 Styrelsen möts en gång i månaden.\n\n§ 2 Kallelsen går ut en vecka före.',
    adoptedOn: '2026-01-15',
    adoptedByBodyId: organisation.bodyId,
    reviewDue: '2027-01-15',
  }),
  audit: (input, output) => ({
    kind: 'governingDocument',
    id: output.documentId,
    unitId: output.unitId,
    detail: { title: input.title },
  }),
  async run(context, { bodyId, kind, title, responsibleBodyId, ...version }) {
    const { db, now, organisationId, scope } = context
    const bodies = await lockBodies(db)
    const body = requireBody(bodies, scope, bodyId)
    if (body.validTo !== null) throw new Problem('notPossibleNow', { detail: 'body.ended' })
    const documentId = newId()
    await db
      .insertInto('organisation.governing_document')
      .values({
        organisation_id: organisationId,
        id: documentId,
        body_id: bodyId,
        kind,
        title,
        recorded_at: now,
      })
      .execute()
    await writeVersion(context, bodies, {
      ...version,
      documentId,
      number: 1,
      responsibleBodyId: responsibleBodyId ?? bodyId,
    })
    return { documentId, unitId: body.unitId }
  },
})
