import { reviewDueOn, reviewState, versionOn } from '../../rules/governing-documents/review.ts'
import type { NamesToday } from '../names-today.ts'
import type { StoredDocument } from './read-documents.ts'

/** A document as it stood on a day; null before its first version. */
export function toldDocument(document: StoredDocument, names: NamesToday, day: string) {
  const { versions, reviews, ...told } = document
  const version = versionOn(versions, day)
  if (!version) return null
  const body = (id: string) => ({ id, name: names.bodies.get(id)?.name ?? '' })
  const reviewDue = reviewDueOn(versions, reviews, day)
  return {
    ...told,
    bodyName: body(told.bodyId).name,
    unitName: names.units.get(told.unitId) ?? '',
    number: version.number,
    adoptedOn: version.adoptedOn,
    responsible: body(version.responsibleBodyId),
    reviewDue,
    state: reviewState({ due: reviewDue, endedOn: told.validTo }, day),
  }
}
