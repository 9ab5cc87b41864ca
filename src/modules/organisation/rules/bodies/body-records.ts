import type { Dated } from '../unit-records.ts'

/** A body's life, in the unit it belongs to. */
export type BodyRecord = Dated & { id: string; unitId: string }

/** What a body was, from a day to a day. */
export type BodyFact = Dated & {
  id: string
  bodyId: string
  parentId: string | null
  kind: string
  name: string
  purpose: string
  /** The body's own address, never somebody's private one. */
  contactAddress: string
  isHighest: boolean
  openToJoin: boolean
}

/** A role in a body. One with a reference unit is that unit's to fill. */
export type SeatRecord = Dated & {
  id: string
  bodyId: string
  roleKind: string
  title: string
  referenceUnitId: string | null
}

/** How many there are of a seat, and whether everybody may read who holds it. */
export type SeatNumber = Dated & {
  id: string
  seatId: string
  number: number
  namePublic: boolean
  contactAddress: string
}

/** Everything that is known of an organisation's bodies, whatever day it held. */
export type BodyRecords = {
  bodies: readonly BodyRecord[]
  facts: readonly BodyFact[]
  seats: readonly SeatRecord[]
  numbers: readonly SeatNumber[]
}
