import { holdsOn } from '../unit-records.ts'
import type { BodyRecords } from './body-records.ts'

/** A body as it stood on a day. `depth` is 0 for one that lies under no other. */
export type BodyOn = {
  id: string
  unitId: string
  parentId: string | null
  kind: string
  name: string
  purpose: string
  contactAddress: string
  isHighest: boolean
  openToJoin: boolean
  validFrom: string
  validTo: string | null
  depth: number
}

/** A seat as it stood on a day. */
export type SeatOn = {
  id: string
  bodyId: string
  roleKind: string
  title: string
  referenceUnitId: string | null
  number: number
  namePublic: boolean
  contactAddress: string
}

const collator = new Intl.Collator('sv')

/**
 * The bodies that were there on a day, each after the one it lay under. Beside one another the highest comes first, then
 * the order of the Swedish alphabet.
 */
export function bodiesOn({ bodies, facts }: BodyRecords, day: string): BodyOn[] {
  const factsThen = new Map(facts.filter((fact) => holdsOn(fact, day)).map((fact) => [fact.bodyId, fact]))
  const there = bodies.filter((body) => holdsOn(body, day) && factsThen.has(body.id))
  const ids = new Set(there.map((body) => body.id))
  const below = new Map<string | null, BodyOn[]>()
  for (const body of there) {
    const { bodyId: _, id: __, validFrom: ___, validTo: ____, parentId, ...fact } = factsThen.get(body.id)!
    const above = parentId !== null && ids.has(parentId) ? parentId : null
    below.set(above, [...(below.get(above) ?? []), { ...body, ...fact, parentId: above, depth: 0 }])
  }
  const ordered: BodyOn[] = []
  const visit = (parentId: string | null, depth: number) => {
    const beside = (below.get(parentId) ?? []).toSorted(
      (one, other) =>
        Number(other.isHighest) - Number(one.isHighest) || collator.compare(one.name, other.name),
    )
    for (const body of beside) {
      ordered.push({ ...body, depth })
      visit(body.id, depth + 1)
    }
  }
  visit(null, 0)
  return ordered
}

/** The seats that there were on a day, in the order they were given. */
export function seatsOn({ seats, numbers }: BodyRecords, day: string): SeatOn[] {
  const then = new Map(numbers.filter((row) => holdsOn(row, day)).map((row) => [row.seatId, row]))
  return seats.flatMap((seat) => {
    const number = then.get(seat.id)
    if (!number || !holdsOn(seat, day)) return []
    const { id, bodyId, roleKind, title, referenceUnitId } = seat
    const { namePublic, contactAddress } = number
    return [
      { id, bodyId, roleKind, title, referenceUnitId, number: number.number, namePublic, contactAddress },
    ]
  })
}
