import { folded } from '../folded.ts'
import type { BodyRecords } from './body-records.ts'
import { bodiesOn } from './bodies-as-of.ts'

/** Why a body cannot be as somebody wants it: the key of the sentence that says it. */
export type BodyFault =
  | 'body.changedLater'
  | 'body.ended'
  | 'body.exists'
  | 'body.hasBodiesBelow'
  | 'body.parentNotThere'
  | 'body.secondHighest'
  | 'body.underOwn'

export type WantedBody = {
  /** Null for a new one. */
  bodyId: string | null
  unitId: string
  parentId: string | null
  name: string
  isHighest: boolean
  day: string
}

/** Can a body be so from a day on? Bodies of a unit have names of their own, and one of them at most is the highest. */
export function bodyFault(records: BodyRecords, wanted: WantedBody): BodyFault | null {
  const there = bodiesOn(records, wanted.day)
  const others = there.filter((body) => body.unitId === wanted.unitId && body.id !== wanted.bodyId)
  if (others.some((body) => folded(body.name) === folded(wanted.name))) return 'body.exists'
  if (wanted.isHighest && others.some((body) => body.isHighest)) return 'body.secondHighest'
  if (wanted.parentId === null) return null
  const above = new Map(there.map((body) => [body.id, body.parentId]))
  if (!others.some((body) => body.id === wanted.parentId)) {
    return wanted.parentId === wanted.bodyId ? 'body.underOwn' : 'body.parentNotThere'
  }
  const passed = new Set<string>()
  for (let next: string | null = wanted.parentId; next && !passed.has(next); next = above.get(next) ?? null) {
    if (next === wanted.bodyId) return 'body.underOwn'
    passed.add(next)
  }
  return null
}

/** Can a body have its last day then? Not while other bodies lie under it afterwards. */
export function endBodyFault(records: BodyRecords, bodyId: string, lastDay: string): BodyFault | null {
  const body = records.bodies.find((each) => each.id === bodyId)
  if (!body || body.validTo !== null) return 'body.ended'
  const own = records.facts.filter((fact) => fact.bodyId === bodyId)
  if (body.validFrom > lastDay || own.some((fact) => fact.validFrom > lastDay)) return 'body.changedLater'
  const below = records.facts.some(
    (fact) => fact.parentId === bodyId && (fact.validTo === null || fact.validTo > lastDay),
  )
  return below ? 'body.hasBodiesBelow' : null
}
