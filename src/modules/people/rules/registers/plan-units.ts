import { searchKey } from '../names.ts'
import { readDate } from '../imports/read-date.ts'

/** A unit as it stands today. */
export type StandingUnit = {
  id: string
  name: string
  kind: string
  parentId: string | null
  validFrom: string
}

/** A row of a file of units, as it was written. */
export type UnitRow = {
  line: number
  id: string
  name: string
  kind: string
  parent: string
  from: string
  to: string
}

/** Where a unit lies: under one that is there, or under one that the same file makes. */
export type ParentOf = { unitId: string } | { line: number }

export const unitRowFaults = [
  'nameMissing',
  'nameLong',
  'kindUnknown',
  'kindMissing',
  'parentUnknown',
  'parentUnsure',
  'dayUnread',
  'notYet',
  'beforeParent',
  'underOwn',
  'twice',
  'ended',
  'same',
  'topMoved',
] as const
export type UnitRowFault = (typeof unitRowFaults)[number]

export type UnitStep =
  | { line: number; what: 'create'; name: string; kind: string; parent: ParentOf; from: string }
  | {
      line: number
      what: 'change'
      unitId: string
      name: string
      from: string
      /** Null for what stays. */
      rename: { name: string; kind: string } | null
      move: ParentOf | null
    }

export type UnitPlan = {
  /** In an order in which each can be carried out. */
  steps: UnitStep[]
  /** Rows that are left out, and why: `same` needs nothing done. */
  skipped: { line: number; name: string; fault: UnitRowFault }[]
}

/** A place in the tree as it will be: what is there, and what the rows before have made. */
type Place = { key: string; of: ParentOf; name: string; parentKey: string | null; from: string; kind: string }

/**
 * Says what a file of units means: each row is a unit under another, named by its name or by its path
 * (`Distriktet / Norra kretsen`). A row of a unit that is there changes what differs; the same file again changes nothing.
 * @param kindOf the kind that a word means, null for none
 * @param day today, `YYYY-MM-DD`
 */
export function planUnits(
  rows: readonly UnitRow[],
  standing: readonly StandingUnit[],
  { kindOf, day }: { kindOf: (word: string) => string | null; day: string },
): UnitPlan {
  const places = new Map<string, Place>(
    standing.map((unit) => [
      unit.id,
      {
        key: unit.id,
        of: { unitId: unit.id },
        name: unit.name,
        parentKey: unit.parentId,
        from: unit.validFrom,
        kind: unit.kind,
      },
    ]),
  )
  const top = topUnitOf(standing)
  const plan: UnitPlan = { steps: [], skipped: [] }
  const skip = ({ line, name }: UnitRow, fault: UnitRowFault) => plan.skipped.push({ line, name, fault })
  /** Units that a row has spoken of: no other row means the same one. */
  const taken = new Set<string>()
  const readable = rows.flatMap((row) => {
    const fault = faultOf(row, day)
    if (fault) skip(row, fault)
    return fault ? [] : [row]
  })
  // Rows that say exactly what is there come first, so that a namesake elsewhere is not taken for a move.
  const own = new Map<UnitRow, Place>()
  for (const row of readable) {
    const place =
      places.get(row.id) ?? (row.id === '' || !isId(row.id) ? exact(row, places, top?.id) : undefined)
    if (!place) continue
    if (taken.has(place.key)) skip(row, 'twice')
    else {
      taken.add(place.key)
      own.set(row, place)
    }
  }
  let waiting = readable.filter((row) => own.has(row) || !plan.skipped.some(({ line }) => line === row.line))
  for (let before = -1; waiting.length > 0 && waiting.length !== before;) {
    before = waiting.length
    waiting = waiting.filter((row) => !carried(row))
  }
  for (const row of waiting) {
    skip(row, placesCalled(row.parent, places).length > 1 ? 'parentUnsure' : 'parentUnknown')
  }
  return { steps: plan.steps, skipped: plan.skipped.toSorted((one, other) => one.line - other.line) }

  /** @returns false when the row must wait for the one it lies under */
  function carried(row: UnitRow): boolean {
    let place = own.get(row)
    const above =
      row.parent === '' ? (top ? places.get(top.id) : undefined) : only(placesCalled(row.parent, places))
    if (place?.parentKey === null && row.parent === '') return changed(row, place, null)
    if (!above) return false
    if (!place) {
      const namesakes = [...places.values()].filter(
        (each) =>
          same(each.name, row.name) && 'unitId' in each.of && !taken.has(each.key) && each.parentKey !== null,
      )
      place = only(namesakes)
      if (place) taken.add(place.key)
    }
    if (place) return changed(row, place, above)
    const beside = [...places.values()].some(
      (each) => each.parentKey === above.key && same(each.name, row.name),
    )
    const kind = row.kind === '' ? kindBeside(above.key) : kindOf(row.kind)
    const from = dayOf(row.from) ?? day
    if (beside) skip(row, 'twice')
    else if (kind === null) skip(row, row.kind === '' ? 'kindMissing' : 'kindUnknown')
    else if (from < above.from) skip(row, 'beforeParent')
    else {
      const key = `line ${row.line}`
      places.set(key, { key, of: { line: row.line }, name: row.name, parentKey: above.key, from, kind })
      taken.add(key)
      plan.steps.push({ line: row.line, what: 'create', name: row.name, kind, parent: above.of, from })
    }
    return true
  }

  function changed(row: UnitRow, place: Place, above: Place | null): boolean {
    const kind = row.kind === '' ? place.kind : kindOf(row.kind)
    if (kind === null) {
      skip(row, 'kindUnknown')
      return true
    }
    const isMoved = above !== null && above.key !== place.parentKey
    // Who names a unit by its id means the name as it is written; others may write it in small letters.
    const name = isId(row.id) || !same(place.name, row.name) ? row.name : place.name
    const isRenamed = place.name !== name || place.kind !== kind
    if (isMoved && place.parentKey === null) skip(row, 'topMoved')
    else if (isMoved && (above.key === place.key || liesUnder(above, place.key))) skip(row, 'underOwn')
    else if (!isMoved && !isRenamed) skip(row, 'same')
    else if (!('unitId' in place.of)) skip(row, 'twice')
    else {
      plan.steps.push({
        line: row.line,
        what: 'change',
        unitId: place.of.unitId,
        name,
        from: dayOf(row.from) ?? day,
        rename: isRenamed ? { name, kind } : null,
        move: isMoved ? above.of : null,
      })
      places.set(place.key, {
        ...place,
        name,
        kind,
        parentKey: isMoved ? above.key : place.parentKey,
      })
    }
    return true
  }

  /** What those beside it are, when all are of one kind. */
  function kindBeside(parentKey: string): string | null {
    const kinds = new Set(
      [...places.values()].filter((each) => each.parentKey === parentKey).map((each) => each.kind),
    )
    return kinds.size === 1 ? [...kinds][0]! : null
  }

  function liesUnder(place: Place, key: string): boolean {
    for (let next = place.parentKey; next !== null; next = places.get(next)?.parentKey ?? null) {
      if (next === key) return true
    }
    return false
  }
}

/** The unit that all lie under: of those under nobody (affiliates stand beside the tree) the one that has units below. */
export function topUnitOf<Unit extends { id: string; parentId: string | null; validFrom: string }>(
  units: readonly Unit[],
): Unit | undefined {
  const below = (unit: Unit) => units.filter((each) => each.parentId === unit.id).length
  return units
    .filter((unit) => unit.parentId === null)
    .toSorted((one, other) => below(other) - below(one) || (one.validFrom < other.validFrom ? -1 : 1))[0]
}

function faultOf(row: UnitRow, day: string): UnitRowFault | null {
  if (row.name === '') return 'nameMissing'
  if (row.name.length > 200) return 'nameLong'
  const days = [row.from, row.to].filter(Boolean).map(readDate)
  if (days.some((each) => typeof each === 'string')) return 'dayUnread'
  // A row of how it was before, or of what has ended: a file of ours tells of those too.
  const to = dayOf(row.to)
  if (to !== null && to <= day) return 'ended'
  return (dayOf(row.from) ?? day) > day ? 'notYet' : null
}

function dayOf(text: string): string | null {
  if (text === '') return null
  const read = readDate(text)
  return typeof read === 'string' ? null : read.day
}

/** The unit that stands just where the row says; a row that names no parent may be the top unit or lie right below it. */
function exact(
  row: UnitRow,
  places: ReadonlyMap<string, Place>,
  topId: string | undefined,
): Place | undefined {
  const called = [...places.values()].filter((each) => same(each.name, row.name))
  if (row.parent === '') return called.find((each) => each.key === topId || each.parentKey === topId)
  const above = new Set(placesCalled(row.parent, places).map((each) => each.key))
  return only(called.filter((each) => each.parentKey !== null && above.has(each.parentKey)))
}

/** Units that a name or the end of a path means. */
function placesCalled(text: string, places: ReadonlyMap<string, Place>): Place[] {
  const all = [...places.values()]
  const whole = all.filter((each) => same(each.name, text))
  if (whole.length > 0) return whole
  const parts = text.split(/\s*[/›>]\s*/).filter(Boolean)
  if (parts.length < 2) return []
  return all.filter((each) => {
    let place: Place | undefined = each
    for (const part of parts.toReversed()) {
      if (!place || !same(place.name, part)) return false
      place = place.parentKey === null ? undefined : places.get(place.parentKey)
    }
    return true
  })
}

function same(one: string, other: string): boolean {
  return searchKey(one) === searchKey(other)
}

function only<Each>(found: readonly Each[]): Each | undefined {
  return found.length === 1 ? found[0] : undefined
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(text)
}
