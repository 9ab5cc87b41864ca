import { dayBefore, holdsOn, type UnitRecords } from './unit-records.ts'

/** What a unit was called, of which kind, and under which other it lay, from a day to a day. */
export type UnitSpan = {
  unitId: string
  name: string
  kind: string
  parentId: string | null
  validFrom: string
  validTo: string | null
}

/**
 * The whole history of units as a table: a row for each time during which nothing changed, those of a unit in order. A unit
 * that was closed for a while has no row for it.
 */
export function unitSpans(records: UnitRecords): UnitSpan[] {
  return records.units.flatMap((unit) => {
    const places = records.places.filter((row) => row.unitId === unit.id)
    const names = records.names.filter((row) => row.unitId === unit.id)
    const begins = [...new Set([...places, ...names].map((row) => row.validFrom))].toSorted()
    return begins.flatMap((validFrom, index) => {
      const place = places.find((row) => holdsOn(row, validFrom))
      const name = names.find((row) => holdsOn(row, validFrom))
      if (!place || !name) return []
      const next = begins[index + 1]
      const ends = [place.validTo, name.validTo, next ? dayBefore(next) : null].filter((day) => day !== null)
      return [
        {
          unitId: unit.id,
          name: name.name,
          kind: name.kind,
          parentId: place.parentId,
          validFrom,
          validTo: ends.toSorted()[0] ?? null,
        },
      ]
    })
  })
}
