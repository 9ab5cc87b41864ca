import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { versionOn } from '../../rules/governing-documents/review.ts'
import { firstDay } from '../../store/change-unit.ts'
import { documentForChange } from '../../store/governing-documents/document-for-change.ts'
import { day, writersPolicy } from './document-shapes.ts'

/** Notes that a document has been gone through and left as it was, and when to do so next. */
export const recordDocumentReview = writeOperation({
  name: 'record-document-review',
  summary: 'Note that a document was reviewed and left as it was, and when it is to be reviewed next.',
  route: 'POST /governing-documents/{documentId}/reviews',
  policy: writersPolicy,
  input: z.object({
    documentId: z.uuid(),
    reviewedOn: day.optional(),
    reviewDue: day.nullish(),
    note: z.string().trim().max(1000).optional(),
  }),
  output: z.object({ reviewedOn: day, unitId: z.uuid(), title: z.string() }),
  example: ({ organisation }) => ({
    documentId: organisation.governingDocumentId,
    reviewDue: '2099-01-15',
    note: 'Ingenting behövde ändras.',
  }),
  audit: (input, output) => ({
    kind: 'governingDocument',
    id: input.documentId,
    unitId: output.unitId,
    detail: { title: output.title, day: output.reviewedOn },
  }),
  async run(context, { documentId, note, ...input }) {
    const { db, now, organisationId } = context
    const { versions, unitId, title } = await documentForChange(context, documentId)
    const reviewedOn = firstDay(input.reviewedOn, today(now), 'reviewedOn')
    const version = found(versionOn(versions, today(now)))
    if (reviewedOn < version.adoptedOn) {
      throw new Problem('invalidInput', {
        issues: [
          {
            path: ['reviewedOn'],
            message: 'governingDocument.adoptedLater',
            params: { day: version.adoptedOn },
          },
        ],
      })
    }
    const reviewDue = input.reviewDue ?? null
    if (reviewDue !== null && reviewDue <= reviewedOn) {
      throw new Problem('invalidInput', {
        issues: [{ path: ['reviewDue'], message: 'governingDocument.reviewTooEarly' }],
      })
    }
    await db
      .insertInto('organisation.governing_document_review')
      .values({
        organisation_id: organisationId,
        id: newId(),
        document_id: documentId,
        reviewed_on: reviewedOn,
        review_due: reviewDue,
        note: note ?? '',
        recorded_at: now,
        recorded_by_name: actorName(context).name,
      })
      .execute()
    return { reviewedOn, unitId, title }
  },
})
