import { holdsOn, type UnitRecords } from './unit-records.ts'

/** A unit that answers to what was searched for. */
export type FoundUnit = {
  unitId: string
  /** The name it was found by, when that is not what it is called on the day. */
  alias: string | null
}

const best = 20

/**
 * Finds units by parts of words, in any order: in what they are or were called, and in what those were called that
 * went up in them. `a` finds å and ä too, but not the other way round: who writes å means it.
 * @param day whose names come first, as `YYYY-MM-DD`
 * @returns at most twenty: names before earlier names, beginnings of words before what is inside them
 */
export function searchUnits(records: UnitRecords, words: string, day: string): FoundUnit[] {
  const asked = words.toLocaleLowerCase('sv').normalize('NFC').split(/\s+/).filter(Boolean)
  if (asked.length === 0) return []
  const found: (FoundUnit & { rank: number; name: string })[] = []
  for (const unit of records.units) {
    let hit: { rank: number; name: string; alias: string | null } | null = null
    for (const { name, current } of namesOf(records, unit.id, day)) {
      const rank = rankOf(name, asked)
      if (rank === null) continue
      const whole = rank + (current ? 0 : 2) + (holdsOn(unit, day) ? 0 : 4)
      if (!hit || whole < hit.rank) hit = { rank: whole, name, alias: current ? null : name }
    }
    if (hit) found.push({ unitId: unit.id, ...hit })
  }
  return found
    .toSorted((one, other) => one.rank - other.rank || one.name.localeCompare(other.name, 'sv'))
    .slice(0, best)
    .map(({ unitId, alias }) => ({ unitId, alias }))
}

/** Every name a unit answers to: its own on the day, its others, and those of the units that had gone up in it. */
export function namesOf(
  records: UnitRecords,
  unitId: string,
  day: string,
): { name: string; current: boolean }[] {
  const own = records.names.filter((row) => row.unitId === unitId)
  const now =
    own.find((row) => holdsOn(row, day)) ??
    own.toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0]
  const merged = mergedInto(records, unitId, day)
  const others = records.names.filter((row) => row.unitId === unitId || merged.has(row.unitId))
  const aliases = new Set(others.map((row) => row.name))
  if (now) aliases.delete(now.name)
  return [
    ...(now ? [{ name: now.name, current: true }] : []),
    ...[...aliases].map((name) => ({ name, current: false })),
  ]
}

function mergedInto({ successions }: UnitRecords, unitId: string, until: string): Set<string> {
  const merged = new Set<string>()
  const waiting = [unitId]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { fromUnitId, toUnitId, kind, day } of successions) {
      if (kind !== 'merge' || day > until || toUnitId !== next || merged.has(fromUnitId)) continue
      merged.add(fromUnitId)
      waiting.push(fromUnitId)
    }
  }
  return merged
}

/** 0 when every word begins one of the name's, 1 when some are inside, null when one is missing. */
function rankOf(name: string, asked: readonly string[]): 0 | 1 | null {
  const exact = name.toLocaleLowerCase('sv').normalize('NFC')
  const plain = exact.normalize('NFD').replaceAll(/\p{Mark}/gu, '')
  const places = asked.map((word) => Math.max(placeOf(exact, word), placeOf(plain, word)))
  if (places.includes(0)) return null
  return places.every((place) => place === 2) ? 0 : 1
}

/** 2 at the beginning of a word, 1 inside one, 0 not at all. */
function placeOf(name: string, word: string): 0 | 1 | 2 {
  if (name.split(/[^\p{Letter}\p{Number}]+/u).some((part) => part.startsWith(word))) return 2
  return name.includes(word) ? 1 : 0
}
