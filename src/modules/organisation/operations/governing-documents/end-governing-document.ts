import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { firstDay } from '../../store/change-unit.ts'
import { documentForChange } from '../../store/governing-documents/document-for-change.ts'
import { day, writersPolicy } from './document-shapes.ts'

/** Gives a document its last day; it stays to be read, and nobody is asked to review it any more. */
export const endGoverningDocument = writeOperation({
  name: 'end-governing-document',
  summary: 'Let a document hold no longer after a last day; every version stays to be read.',
  route: 'POST /governing-documents/{documentId}/end',
  policy: writersPolicy,
  input: z.object({ documentId: z.uuid(), lastDay: day.optional() }),
  output: z.object({ lastDay: day, unitId: z.uuid(), title: z.string() }),
  example: ({ organisation }) => ({ documentId: organisation.governingDocumentId }),
  audit: (input, output) => ({
    kind: 'governingDocument',
    id: input.documentId,
    unitId: output.unitId,
    detail: { title: output.title, lastDay: output.lastDay },
  }),
  async run(context, { documentId, lastDay }) {
    const { db, now } = context
    const { versions, unitId, title } = await documentForChange(context, documentId)
    const last = firstDay(lastDay, today(now), 'lastDay')
    const { adoptedOn } = found(versions.at(-1))
    if (last < adoptedOn) {
      throw new Problem('invalidInput', {
        issues: [
          { path: ['lastDay'], message: 'governingDocument.adoptedLater', params: { day: adoptedOn } },
        ],
      })
    }
    await db
      .updateTable('organisation.governing_document')
      .set({ valid_to: last })
      .where('id', '=', documentId)
      .execute()
    return { lastDay: last, unitId, title }
  },
})
