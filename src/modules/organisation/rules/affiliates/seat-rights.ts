import { holdsOn, type Dated } from '../unit-records.ts'
import type { SeatOn } from '../bodies/bodies-as-of.ts'

/** An organisation of its own that belongs together with a unit, from a day to a day. */
export type Affiliation = Dated & { id: string; unitId: string; toUnitId: string; decision: string }

/** What whoever holds a seat may do there besides attending. */
export type Rights = { speaks: boolean; proposes: boolean; votes: boolean }
export type SeatRight = Dated & Rights & { id: string; seatId: string; decision: string }

/** A right as it stood on a day, with the seat it is about: how many there were of it is the seat's own. */
export type RightOn = Rights & {
  seatId: string
  bodyId: string
  /** The affiliate whose seat it is to fill. */
  unitId: string
  roleKind: string
  title: string
  number: number
  decision: string
  since: string
}

/** Why a right cannot be so: the key of the sentence that says it. */
export type RightFault = 'seatRight.notAffiliate' | 'seatRight.voteWithoutVoice' | 'seatRight.ownBody'

/** The rights that held on a day. One goes with its seat, and no further than the affiliation. */
export function rightsOn(
  { rights, affiliations }: { rights: readonly SeatRight[]; affiliations: readonly Affiliation[] },
  seats: readonly SeatOn[],
  day: string,
): RightOn[] {
  const affiliated = new Set(affiliations.filter((each) => holdsOn(each, day)).map(({ unitId }) => unitId))
  const then = new Map(rights.filter((each) => holdsOn(each, day)).map((each) => [each.seatId, each]))
  return seats.flatMap(({ id, bodyId, referenceUnitId, roleKind, title, number }) => {
    const right = then.get(id)
    if (!right || !referenceUnitId || !affiliated.has(referenceUnitId)) return []
    const { speaks, proposes, votes, decision, validFrom } = right
    return [
      {
        seatId: id,
        bodyId,
        unitId: referenceUnitId,
        roleKind,
        title,
        number,
        speaks,
        proposes,
        votes,
        decision,
        since: validFrom,
      },
    ]
  })
}

/**
 * Can an affiliate have this right in a body from a day on? It must be one then, and the body somebody else's. Whoever may
 * propose or vote may speak for it.
 */
export function rightFault(
  affiliations: readonly Affiliation[],
  wanted: Rights & { unitId: string; bodyUnitId: string; day: string },
): RightFault | null {
  const { unitId, bodyUnitId, day, speaks, proposes, votes } = wanted
  if (unitId === bodyUnitId) return 'seatRight.ownBody'
  if (!affiliations.some((each) => each.unitId === unitId && holdsOn(each, day))) {
    return 'seatRight.notAffiliate'
  }
  return (proposes || votes) && !speaks ? 'seatRight.voteWithoutVoice' : null
}
