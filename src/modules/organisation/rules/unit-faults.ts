import { dayBefore, holdsOn, type Dated, type UnitRecords } from './unit-records.ts'
import { descendantsOn } from './unit-tree.ts'

/** Why a change in the tree cannot be made: the key of the sentence that says it. */
export type UnitFault =
  | 'unit.changedLater'
  | 'unit.ended'
  | 'unit.hasUnitsBelow'
  | 'unit.isAffiliate'
  | 'unit.isTop'
  | 'unit.mergeIntoOwn'
  | 'unit.mergeItself'
  | 'unit.notBelow'
  | 'unit.notEnded'
  | 'unit.parentNotThere'
  | 'unit.reopensTooEarly'
  | 'unit.tooNew'
  | 'unit.underItself'
  | 'unit.underOwn'
  | 'unit.wentOn'

/** What a change from a day does to the rows that were there: one is ended the day before, or replaced wholly. */
export type Change = { ends: { id: string; validTo: string } | null; replaces: string | null }

/**
 * How a unit's rows of one kind make place for a new one from a day on. A row that would have held no day at all is
 * replaced; every other keeps its days.
 * @returns a fault when the unit has ended, or was changed after that day already
 */
export function changeFrom(
  rows: readonly (Dated & { id: string })[],
  day: string,
): Change | { fault: UnitFault } {
  const last = rows.toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0]
  if (!last || last.validTo !== null) return { fault: 'unit.ended' }
  if (last.validFrom > day) return { fault: 'unit.changedLater' }
  if (last.validFrom === day) return { ends: null, replaces: last.id }
  return { ends: { id: last.id, validTo: dayBefore(day) }, replaces: null }
}

/** Can a unit begin under another on a day? That one must be there from then on. */
export function parentFault({ units }: UnitRecords, parentId: string, day: string): UnitFault | null {
  const parent = units.find((unit) => unit.id === parentId)
  return parent && parent.validFrom <= day && parent.validTo === null ? null : 'unit.parentNotThere'
}

/** Can a unit lie under another from a day on? On no day may a unit come to lie under itself. */
export function moveFault(
  records: UnitRecords,
  { unitId, parentId, day }: { unitId: string; parentId: string; day: string },
): UnitFault | null {
  if (unitId === parentId) return 'unit.underItself'
  if (records.units.some((unit) => unit.id === unitId && unit.ownRegister)) return 'unit.isAffiliate'
  if (isTop(records, unitId)) return 'unit.isTop'
  const missing = parentFault(records, parentId, day)
  if (missing) return missing
  // The tree is another only from the first day of a row: these days stand for all that follow.
  const days = [day, ...records.places.map((row) => row.validFrom).filter((begins) => begins > day)]
  const circle = new Set(days)
    .values()
    .some((each) => descendantsOn(records, unitId, each).includes(parentId))
  return circle ? 'unit.underOwn' : null
}

/** Can a unit have its last day then? Not while there are units below it afterwards. */
export function closeFault(records: UnitRecords, unitId: string, lastDay: string): UnitFault | null {
  if (isTop(records, unitId)) return 'unit.isTop'
  const unit = records.units.find((each) => each.id === unitId)
  if (!unit || unit.validTo !== null) return 'unit.ended'
  const own = [...records.places, ...records.names].filter((row) => row.unitId === unitId)
  if (own.some((row) => row.validFrom > lastDay)) return 'unit.changedLater'
  const below = records.places.some(
    (row) => row.parentId === unitId && (row.validTo === null || row.validTo > lastDay),
  )
  return below ? 'unit.hasUnitsBelow' : null
}

/** Can a closed unit go on from a day? Not one that went up in another or was parted: that one goes on in those. */
export function reopenFault(records: UnitRecords, unitId: string, day: string): UnitFault | null {
  const unit = records.units.find((each) => each.id === unitId)
  if (!unit || unit.validTo === null) return 'unit.notEnded'
  const lastDay = unit.validTo
  const wentOn = records.successions.some(
    (each) => each.fromUnitId === unitId && dayBefore(each.day) === lastDay,
  )
  if (wentOn) return 'unit.wentOn'
  if (day <= lastDay) return 'unit.reopensTooEarly'
  const place = records.places.find((row) => row.unitId === unitId && row.validTo === lastDay)
  return place?.parentId ? parentFault(records, place.parentId, day) : 'unit.parentNotThere'
}

/** Can a unit go up in another from a day on? Its last day is then the day before. */
export function mergeFault(
  records: UnitRecords,
  { unitId, intoUnitId, day }: { unitId: string; intoUnitId: string; day: string },
): UnitFault | null {
  if (unitId === intoUnitId) return 'unit.mergeItself'
  if (isTop(records, unitId)) return 'unit.isTop'
  if (descendantsOn(records, unitId, day).includes(intoUnitId)) return 'unit.mergeIntoOwn'
  return parentFault(records, intoUnitId, day) ?? newFault(records, unitId, day)
}

/** What ends by going on in others must have been there the day before. */
export function newFault({ units }: UnitRecords, unitId: string, day: string): UnitFault | null {
  const unit = units.find((each) => each.id === unitId)
  if (!unit || unit.validTo !== null) return 'unit.ended'
  return holdsOn(unit, dayBefore(day)) ? null : 'unit.tooNew'
}

/** The top of the tree lies under no unit; neither does an affiliate, which stands beside it. */
function isTop({ places, units }: UnitRecords, unitId: string): boolean {
  if (units.some((unit) => unit.id === unitId && unit.ownRegister)) return false
  return places.some((row) => row.unitId === unitId && row.validTo === null && row.parentId === null)
}
