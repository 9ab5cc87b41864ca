import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { differencesBetween } from '../../rules/governing-documents/differences.ts'
import { paragraphsOf } from '../../rules/governing-documents/paragraphs.ts'
import { readVersionText } from '../../store/governing-documents/read-documents.ts'
import { readersPolicy } from './document-shapes.ts'
import { paragraphShape } from './get-governing-document.ts'

const number = z.coerce.number().int().min(1).max(100_000)

/** What differs between two versions of a document, paragraph by paragraph. */
export const compareDocumentVersions = readOperation({
  name: 'compare-document-versions',
  summary:
    'What differs between two versions of a document: paragraphs changed, put in, taken out or renumbered.',
  route: 'GET /governing-documents/{documentId}/differences',
  policy: readersPolicy,
  input: z.object({ documentId: z.uuid(), before: number, after: number }),
  output: z.object({
    differences: z.array(
      z.object({
        what: z.enum(['same', 'renumbered', 'changed', 'removed', 'added']),
        /** Null for what was put in. */
        before: paragraphShape.nullable(),
        /** Null for what was taken out. */
        after: paragraphShape.nullable(),
      }),
    ),
  }),
  example: ({ organisation }) => ({ documentId: organisation.governingDocumentId, before: 1, after: 1 }),
  async run({ db }, { documentId, before, after }) {
    const earlier = paragraphsOf(found(await readVersionText(db, documentId, before)))
    const later = paragraphsOf(found(await readVersionText(db, documentId, after)))
    return { differences: differencesBetween(earlier, later) }
  },
})
