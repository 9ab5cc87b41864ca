/** What holds from a day to a day, both included, as `YYYY-MM-DD`; without an end while it goes on. */
export type Dated = { validFrom: string; validTo: string | null }

/** A unit's life: from its first day to its last. */
export type UnitRecord = Dated & {
  id: string
  slug: string
  /** An organisation of its own beside the tree: its members are reached by nobody above. */
  ownRegister?: boolean
}

/** Under which unit a unit lies; null for the organisation's top unit. */
export type PlaceRecord = Dated & { id: string; unitId: string; parentId: string | null }

/** What a unit is called and what kind it is. */
export type NameRecord = Dated & { id: string; unitId: string; name: string; kind: string }

/** One unit goes on in another, from a day: by a merger, or because it was split. */
export type Succession = { fromUnitId: string; toUnitId: string; kind: 'merge' | 'split'; day: string }

/** Everything that is known of an organisation's units, whatever day it held. */
export type UnitRecords = {
  units: readonly UnitRecord[]
  places: readonly PlaceRecord[]
  names: readonly NameRecord[]
  successions: readonly Succession[]
}

/** Does it hold on this day? */
export function holdsOn({ validFrom, validTo }: Dated, day: string): boolean {
  return validFrom <= day && (validTo === null || validTo >= day)
}

/**
 * What an earlier day tells of a row: not an end that came after it, nor why. Today and days to come tell what is known.
 * @param today `YYYY-MM-DD`, as `day`
 */
export function asToldOn<Row extends Dated & { endedReason?: string }>(
  row: Row,
  day: string,
  today: string,
): Row {
  if (row.validTo === null || day >= today || row.validTo <= day) return row
  return { ...row, validTo: null, ...(row.endedReason === undefined ? {} : { endedReason: '' }) }
}

/** The day before a day. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** The day after a day. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
