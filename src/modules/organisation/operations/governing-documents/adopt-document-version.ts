import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { readBodies } from '../../store/bodies/read-bodies.ts'
import { documentForChange } from '../../store/governing-documents/document-for-change.ts'
import { writeVersion } from '../../store/governing-documents/write-version.ts'
import { versionFields, writersPolicy } from './document-shapes.ts'

/** Records a new version of a document; the earlier ones stay to be read. */
export const adoptDocumentVersion = writeOperation({
  name: 'adopt-document-version',
  summary: 'Record a new version of a document, adopted by a body on a day; earlier versions are kept.',
  route: 'POST /governing-documents/{documentId}/versions',
  policy: writersPolicy,
  input: z.object({ documentId: z.uuid(), ...versionFields }),
  output: z.object({ number: z.number().int(), unitId: z.uuid(), title: z.string() }),
  example: ({ organisation }) => ({
    documentId: organisation.governingDocumentId,
    text: '§ 1 Styrelsen möts två gånger i månaden.',
    adoptedByBodyId: organisation.bodyId,
  }),
  audit: (input, output) => ({
    kind: 'governingDocument',
    id: input.documentId,
    unitId: output.unitId,
    detail: { title: output.title, number: output.number },
  }),
  async run(context, { documentId, responsibleBodyId, ...version }) {
    const { db, now } = context
    const { versions, unitId, title } = await documentForChange(context, documentId)
    const last = found(versions.at(-1))
    const adoptedOn = version.adoptedOn ?? today(now)
    if (adoptedOn < last.adoptedOn) {
      throw new Problem('invalidInput', {
        issues: [
          { path: ['adoptedOn'], message: 'governingDocument.adoptedLater', params: { day: last.adoptedOn } },
        ],
      })
    }
    const number = last.number + 1
    await writeVersion(context, await readBodies(db), {
      ...version,
      documentId,
      number,
      responsibleBodyId: responsibleBodyId ?? last.responsibleBodyId,
    })
    return { number, unitId, title }
  },
})
