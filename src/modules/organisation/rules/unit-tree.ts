import { holdsOn, type UnitRecords } from './unit-records.ts'

/** A unit as it stood on a day. `depth` is 0 for a top unit. */
export type TreeUnit = {
  id: string
  parentId: string | null
  name: string
  kind: string
  slug: string
  validFrom: string
  validTo: string | null
  depth: number
}

const collator = new Intl.Collator('sv')

/**
 * The units that were there on a day, each under the one it lay under then: parents before what is below them, and
 * beside one another in the order of the Swedish alphabet.
 */
export function treeAsOf(records: UnitRecords, day: string): TreeUnit[] {
  const parents = parentsOn(records, day)
  const names = new Map(
    records.names.filter((row) => holdsOn(row, day)).map((row) => [row.unitId, row] as const),
  )
  const there = records.units.filter((unit) => holdsOn(unit, day) && names.has(unit.id))
  const ids = new Set(there.map((unit) => unit.id))
  const below = new Map<string | null, TreeUnit[]>()
  for (const unit of there) {
    const { name, kind } = names.get(unit.id)!
    const parent = parents.get(unit.id) ?? null
    // One that was recorded from before its parent still has to be seen.
    const parentId = parent !== null && ids.has(parent) ? parent : null
    below.set(parentId, [...(below.get(parentId) ?? []), { ...unit, parentId, name, kind, depth: 0 }])
  }
  const tree: TreeUnit[] = []
  const visit = (parentId: string | null, depth: number) => {
    const units = below.get(parentId) ?? []
    for (const unit of units.sort((one, other) => collator.compare(one.name, other.name))) {
      tree.push({ ...unit, depth })
      visit(unit.id, depth + 1)
    }
  }
  visit(null, 0)
  return tree
}

/** The units above a unit on a day, the nearest first; none for a top unit, or one that was not there. */
export function ancestorsOn(records: UnitRecords, unitId: string, day: string): string[] {
  const parents = parentsOn(records, day)
  const above: string[] = []
  for (let next = parents.get(unitId); next && !above.includes(next); next = parents.get(next))
    above.push(next)
  return above
}

/** The units below a unit on a day, however far down; not the unit itself. */
export function descendantsOn(records: UnitRecords, unitId: string, day: string): string[] {
  const below = new Map<string, string[]>()
  for (const [child, parent] of parentsOn(records, day)) {
    if (parent) below.set(parent, [...(below.get(parent) ?? []), child])
  }
  const found = new Set<string>()
  const waiting = [unitId]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const child of below.get(next) ?? []) {
      if (found.has(child) || child === unitId) continue
      found.add(child)
      waiting.push(child)
    }
  }
  return [...found]
}

/** Which unit each unit lay under on a day. */
function parentsOn({ places }: UnitRecords, day: string): Map<string, string | null> {
  return new Map(places.filter((row) => holdsOn(row, day)).map((row) => [row.unitId, row.parentId]))
}
