import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { toldDocument } from '../../store/governing-documents/told-document.ts'
import { readDocuments } from '../../store/governing-documents/read-documents.ts'
import { namesToday } from '../../store/names-today.ts'
import { day, documentShape, readersPolicy } from './document-shapes.ts'

/** The documents that bodies work by, as they stood on a day: those whose review is overdue first. */
export const listGoverningDocuments = readOperation({
  name: 'list-governing-documents',
  summary:
    'Statutes, standing orders and ways of working, with the version that held and when it is to be reviewed.',
  route: 'GET /governing-documents',
  policy: readersPolicy,
  input: z.object({
    unitId: z.uuid().optional(),
    bodyId: z.uuid().optional().describe('The body whose it is, or that sees to its review'),
    asOf: day.optional(),
  }),
  output: z.object({ asOf: day, documents: z.array(documentShape) }),
  example: () => ({}),
  async run({ db, now }, { unitId, bodyId, asOf }) {
    const then = asOf ?? today(now)
    const names = await namesToday(db)
    const documents = (await readDocuments(db))
      .flatMap((document) => toldDocument(document, names, then) ?? [])
      .filter((each) => !unitId || each.unitId === unitId)
      .filter((each) => !bodyId || each.bodyId === bodyId || each.responsible.id === bodyId)
    const order = ['overdue', 'soon', 'later', 'none', 'ended']
    return {
      asOf: then,
      documents: documents.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state)),
    }
  },
})
