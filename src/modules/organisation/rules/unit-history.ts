import { dayBefore, holdsOn, type UnitRecords } from './unit-records.ts'

/** Something that happened to a unit. `name` is its own new name, or that of the other unit. */
export type UnitEvent = {
  day: string
  what:
    | 'began'
    | 'renamed'
    | 'kindChanged'
    | 'moved'
    | 'ended'
    | 'reopened'
    | 'mergedInto'
    | 'received'
    | 'splitInto'
    | 'splitFrom'
  name: string
  /** The new kind, when it is the kind that changed. */
  kind: string | null
  /** The other unit: the one it came to lie under, went up in, or came from. */
  otherUnitId: string | null
}

/** What has happened to a unit, the newest first. */
export function historyOf(records: UnitRecords, unitId: string): UnitEvent[] {
  const unit = records.units.find((each) => each.id === unitId)
  if (!unit) return []
  const names = ofUnit(records.names, unitId)
  const places = ofUnit(records.places, unitId)
  const events: UnitEvent[] = []
  const tell = (day: string, what: UnitEvent['what'], more: Partial<UnitEvent> = {}) =>
    events.push({ day, what, name: '', kind: null, otherUnitId: null, ...more })
  tell(unit.validFrom, 'began', { name: names[0]?.name ?? '' })
  for (const [index, row] of names.entries()) {
    const before = names[index - 1]
    if (before?.validTo && before.validTo < dayBefore(row.validFrom)) {
      tell(before.validTo, 'ended')
      tell(row.validFrom, 'reopened')
    }
    if (before && before.name !== row.name) tell(row.validFrom, 'renamed', { name: row.name })
    if (before && before.kind !== row.kind) tell(row.validFrom, 'kindChanged', { kind: row.kind })
  }
  for (const [index, row] of places.entries()) {
    const before = places[index - 1]
    // Where a unit that was reopened lay before is where it goes on.
    if (row.parentId && before && before.parentId !== row.parentId)
      tell(row.validFrom, 'moved', other(records, row.parentId, row.validFrom))
  }
  for (const { fromUnitId, toUnitId, kind, day } of records.successions) {
    if (fromUnitId === unitId) {
      tell(day, kind === 'merge' ? 'mergedInto' : 'splitInto', other(records, toUnitId, day))
    } else if (toUnitId === unitId) {
      tell(day, kind === 'merge' ? 'received' : 'splitFrom', other(records, fromUnitId, dayBefore(day)))
    }
  }
  if (unit.validTo) tell(unit.validTo, 'ended')
  return events.toSorted((one, next) => (one.day < next.day ? 1 : one.day > next.day ? -1 : 0))
}

/** What a unit was called on a day; its first or last name when it was not there then. */
export function nameOn(records: UnitRecords, unitId: string, day: string): string {
  const names = ofUnit(records.names, unitId)
  const then =
    names.find((row) => holdsOn(row, day)) ?? (names[0] && names[0].validFrom > day ? names[0] : names.at(-1))
  return then?.name ?? ''
}

function other(records: UnitRecords, unitId: string, day: string) {
  return { name: nameOn(records, unitId, day), otherUnitId: unitId }
}

function ofUnit<Row extends { unitId: string; validFrom: string }>(
  rows: readonly Row[],
  unitId: string,
): Row[] {
  return rows
    .filter((row) => row.unitId === unitId)
    .toSorted((one, next) => (one.validFrom < next.validFrom ? -1 : 1))
}
