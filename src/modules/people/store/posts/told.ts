import { fullName } from '../../rules/names.ts'
import type { Mandate } from './read-mandates.ts'
import type { Remuneration } from './read-remunerations.ts'
import type { Term } from './read-terms.ts'

/** A term as it is told. @param bodyNames what our bodies are called */
export function toldTerm(term: Term, bodyNames: ReadonlyMap<string, string>) {
  const { givenName: _, familyName: __, postId, appointedByBodyId, ...rest } = term
  return {
    ...rest,
    name: fullName(term),
    seatId: postId,
    appointedBy: appointedByBodyId ? (bodyNames.get(appointedByBodyId) ?? '') : '',
  }
}

/** A mandate as it is told. */
export function toldMandate(mandate: Mandate) {
  const { givenName: _, familyName: __, postId, ...rest } = mandate
  return { ...rest, name: fullName(mandate), publicBodyId: postId }
}

/** What somebody is paid for, as it is told. */
export function toldRemuneration(
  paid: Remuneration,
  { postName, unitNames }: { postName: string; unitNames: ReadonlyMap<string, string> },
) {
  const { givenName: _, familyName: __, roleTermId, supportedUnitIds, ...rest } = paid
  return {
    ...rest,
    name: fullName(paid),
    termId: roleTermId,
    postName,
    supportedUnits: supportedUnitIds.map((id) => unitNames.get(id) ?? ''),
  }
}
