import {
  exportRegister,
  exportRemunerations,
  listRemunerations,
  listUnitHealth,
  listUnitUse,
} from '#modules/people/index.ts'
import type { Visit } from '#web/request-context.ts'

const ways = [
  'units',
  'chart',
  'bodies',
  'mandates',
  'elections',
  'siblings',
  'priorities',
  'anchoring',
  'documents',
  'affiliates',
  'venues',
  'remuneration',
  'health',
  'use',
  'registers',
  'kinds',
] as const

/** A page about the organisation that has a place of its own between the others. */
export type Way = (typeof ways)[number]

/** Those that the visitor may open; everybody inside may open the others. */
export function waysOf(visit: Visit): Way[] {
  return ways.filter((way) => {
    if (way === 'remuneration') return visit.may(listRemunerations)
    if (way === 'health') return visit.may(listUnitHealth)
    if (way === 'use') return visit.may(listUnitUse)
    return way !== 'registers' || visit.may(exportRegister) || visit.may(exportRemunerations)
  })
}
