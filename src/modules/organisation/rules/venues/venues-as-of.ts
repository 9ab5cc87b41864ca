import { folded } from '../folded.ts'
import { holdsOn } from '../unit-records.ts'
import type { VenueAttribute } from './attributes.ts'
import type { VenueOn, VenueRecords } from './venue-records.ts'

/** What somebody looks for: every part must fit. */
export type VenueWish = {
  /** Each word must stand somewhere in the name, the address, the municipality or the remark. */
  words?: string | undefined
  municipality?: string | undefined
  /** Premises whose capacity nobody knows do not fit. */
  minCapacity?: number | undefined
  /** All of them. */
  attributes?: readonly VenueAttribute[] | undefined
  unitId?: string | undefined
}

const collator = new Intl.Collator('sv', { numeric: true })

/** The premises in use on a day, municipality by municipality, in the order of the Swedish alphabet. */
export function venuesOn({ venues, records }: VenueRecords, day: string): VenueOn[] {
  const then = new Map(
    records.filter((record) => holdsOn(record, day)).map((record) => [record.venueId, record]),
  )
  return venues
    .flatMap((venue) => {
      const record = then.get(venue.id)
      if (!record || !holdsOn(venue, day)) return []
      const { venueId: _, ...facts } = record
      return [{ ...facts, ...venue }]
    })
    .toSorted(
      (one, other) =>
        collator.compare(one.municipality, other.municipality) || collator.compare(one.name, other.name),
    )
}

/** Are these premises what somebody looks for? */
export function fitsWish(venue: VenueOn, wish: VenueWish): boolean {
  const said = folded([venue.name, venue.address, venue.municipality, venue.remark].join(' '))
  const words = folded(wish.words ?? '').split(/\s+/)
  if (!words.every((word) => said.includes(word))) return false
  if (wish.municipality && folded(venue.municipality) !== folded(wish.municipality)) return false
  if (wish.unitId && venue.unitId !== wish.unitId) return false
  if (wish.minCapacity !== undefined && (venue.capacity ?? 0) < wish.minCapacity) return false
  return (wish.attributes ?? []).every((attribute) => venue.attributes.includes(attribute))
}

/** The municipalities that some premises are in, each once. */
export function municipalitiesOf(venues: readonly VenueOn[]): string[] {
  return [...new Set(venues.map((venue) => venue.municipality).filter(Boolean))].toSorted(collator.compare)
}
