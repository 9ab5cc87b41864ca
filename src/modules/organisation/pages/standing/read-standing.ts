import { orProblemPage } from '#web/page-problem.ts'
import type { Visit } from '#web/request-context.ts'
import { listAffiliates } from '../../operations/affiliates/list-affiliates.ts'
import { listAnchoringLinks } from '../../operations/anchoring/list-anchoring-links.ts'
import { listConsultations } from '../../operations/anchoring/list-consultations.ts'
import { listGoverningDocuments } from '../../operations/governing-documents/list-governing-documents.ts'

/** Of which unit or body, and on which day when it is not today. */
export type StandingOf = { unitId: string } | { bodyId: string }

/** What a unit or body works by, whom it answers for, what waits for an answer, and which affiliates have rights there. */
export async function readStanding(visit: Visit, of: StandingOf, asked: string | null) {
  const then = { ...of, ...(asked ? { asOf: asked } : {}) }
  const { documents } = await orProblemPage(visit.call(listGoverningDocuments, then))
  const { links } = await orProblemPage(visit.call(listAnchoringLinks, then))
  const { affiliates, rights } = await orProblemPage(visit.call(listAffiliates, then))
  const consultations =
    !asked && visit.may(listConsultations)
      ? (await orProblemPage(visit.call(listConsultations, of))).consultations
      : []
  const inBody = 'bodyId' in of
  return {
    of,
    asked,
    documents: documents.filter(({ state }) => state !== 'ended'),
    links,
    // Those of all units are not a body's matter.
    affiliates: inBody ? [] : affiliates,
    rights: inBody ? rights : [],
    open: consultations.filter(({ state }) => state === 'overdue' || state === 'waiting'),
    mayConsult: visit.may(listConsultations),
  }
}

export type Standing = Awaited<ReturnType<typeof readStanding>>
