import { dayAsked } from '#web/as-of/as-of.ts'
import { mayIn } from '#web/may-in.ts'
import { orProblemPage } from '#web/page-problem.ts'
import type { Visit } from '#web/request-context.ts'
import { createConsultation } from '../../operations/anchoring/create-consultation.ts'
import { listAnchoringLinks } from '../../operations/anchoring/list-anchoring-links.ts'
import { listConsultations } from '../../operations/anchoring/list-consultations.ts'
import { setAnchoringLink } from '../../operations/anchoring/set-anchoring-link.ts'
import { listBodies } from '../../operations/list-bodies.ts'
import { listUnits } from '../../operations/list-units.ts'

/** What the page about anchoring shows: of everything the visitor sees, or of one unit or body. */
export async function readAnchoring(visit: Visit, request: Request) {
  const asked = dayAsked(request)
  const address = new URL(request.url).searchParams
  const [unitId, bodyId] = [address.get('unit'), address.get('body')]
  const which = { ...(unitId ? { unitId } : {}), ...(bodyId ? { bodyId } : {}) }
  const day = asked ? { asOf: asked } : {}
  const { units } = await orProblemPage(visit.call(listUnits, {}))
  const { bodies } = await orProblemPage(visit.call(listBodies, {}))
  const { links } = await orProblemPage(visit.call(listAnchoringLinks, { ...which, ...day }))
  const consultations = visit.may(listConsultations)
    ? (await orProblemPage(visit.call(listConsultations, which))).consultations
    : []
  const body = bodies.find((each) => each.id === bodyId)
  const name = body?.name ?? units.find((unit) => unit.id === unitId)?.name ?? null
  const open = units.filter((unit) => unit.validTo === null)
  const unitName = new Map(open.map((unit) => [unit.id, unit.name]))
  const named = bodies.flatMap(({ id, unitId: own, name: called }) =>
    unitName.has(own) ? [{ id, unitId: own, name: called, unitName: unitName.get(own)! }] : [],
  )
  return {
    asked,
    which: { unitId, bodyId },
    name,
    links,
    consultations,
    asking: named.filter((each) => mayIn(visit, createConsultation, each.unitId)),
    bodies: named,
    units: open.map(({ id, name: called, depth }) => ({ id, name: called, depth })),
    linkable: open.filter((unit) => mayIn(visit, setAnchoringLink, unit.id)).map((unit) => unit.id),
    done: address.has('done'),
  }
}

export type Anchoring = Awaited<ReturnType<typeof readAnchoring>>
