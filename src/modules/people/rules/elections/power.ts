/** How a set of parties stands in a body. */
export type Standing = {
  seats: number
  /** More than half of all seats. */
  majority: boolean
  /** How many more it would need; 0 with a majority. */
  missing: number
}

/** How many seats are more than half of them. */
export function majorityOf(total: number): number {
  return Math.floor(total / 2) + 1
}

/** How so many seats of all stand. */
export function standingOf(seats: number, total: number): Standing {
  const missing = Math.max(0, majorityOf(total) - seats)
  return { seats, majority: missing === 0, missing }
}

/**
 * The set with so many seats more, which others lose: the body has as many seats as before.
 * @param added may be less than 0: seats that others gain
 */
export function standingWith(seats: number, added: number, total: number): Standing {
  return standingOf(Math.min(total, Math.max(0, seats + added)), total)
}

/** What moves power, counted in seats that change hands. */
export type Shifts = {
  /** The fewest more that give a set its majority; 0 when it has one. */
  toMajority: number
  /** The fewest that take the majority from those who govern; null when they have none to lose. */
  governingLoses: number | null
  /** The fewest from those who govern to this set that make it the larger of the two; 0 when it is, null where nobody governs. */
  toLarger: number | null
}

/** How few seats would change who has the majority or is the larger. `governing`: null where nobody governs as a set. */
export function shiftsOf(seats: number, governing: number | null, total: number): Shifts {
  const threshold = majorityOf(total)
  return {
    toMajority: Math.max(0, threshold - seats),
    governingLoses: governing === null || governing < threshold ? null : governing - threshold + 1,
    toLarger: governing === null ? null : seats > governing ? 0 : Math.floor((governing - seats) / 2) + 1,
  }
}
