import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { paragraphsOf } from '../../rules/governing-documents/paragraphs.ts'
import { readDocuments, readVersionText } from '../../store/governing-documents/read-documents.ts'
import { toldDocument } from '../../store/governing-documents/told-document.ts'
import { namesToday } from '../../store/names-today.ts'
import { day, documentShape, namedBody, readersPolicy } from './document-shapes.ts'

export const paragraphShape = z.object({ number: z.string(), text: z.string() })

/** A document in one of its versions, the one that holds unless another is asked for, with all versions and reviews. */
export const getGoverningDocument = readOperation({
  name: 'get-governing-document',
  summary: 'A document in the version that holds, or an earlier one, with every version and review of it.',
  route: 'GET /governing-documents/{documentId}',
  policy: readersPolicy,
  input: z.object({ documentId: z.uuid(), number: z.coerce.number().int().min(1).max(100_000).optional() }),
  output: z.object({
    document: documentShape,
    /** The version shown. */
    number: z.number().int(),
    text: z.string(),
    paragraphs: z.array(paragraphShape),
    /** The newest first. */
    versions: z.array(
      z.object({
        number: z.number().int(),
        adoptedOn: day,
        adoptedBy: namedBody,
        responsible: namedBody,
        reviewDue: day.nullable(),
        note: z.string(),
        recordedByName: z.string(),
      }),
    ),
    reviews: z.array(
      z.object({
        id: z.uuid(),
        reviewedOn: day,
        reviewDue: day.nullable(),
        note: z.string(),
        recordedByName: z.string(),
      }),
    ),
  }),
  example: ({ organisation }) => ({ documentId: organisation.governingDocumentId }),
  async run({ db, now }, { documentId, number }) {
    const stored = found((await readDocuments(db, documentId))[0])
    const names = await namesToday(db)
    const document = found(toldDocument(stored, names, today(now)))
    const shown = number ?? document.number
    const text = found(await readVersionText(db, documentId, shown))
    const body = (id: string) => ({ id, name: names.bodies.get(id)?.name ?? '' })
    return {
      document,
      number: shown,
      text,
      paragraphs: paragraphsOf(text),
      versions: stored.versions
        .map(({ id: _, adoptedByBodyId, responsibleBodyId, ...version }) => ({
          ...version,
          adoptedBy: body(adoptedByBodyId),
          responsible: body(responsibleBodyId),
        }))
        .toReversed(),
      reviews: stored.reviews.toReversed(),
    }
  },
})
