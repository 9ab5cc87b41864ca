import type { Scenario } from './scenario.ts'
import { applyChange } from './apply-change.ts'
import {
  differenceOfVersions,
  placeKey,
  sameValue,
  type PlaceValue,
  type VersionChange,
  type VersionPlace,
} from './difference-of-versions.ts'
import type { Version } from './version.ts'

/** Scenario and parent have both changed the same place, in different ways. Somebody has to say which is right. */
export type AdoptConflict = {
  /** What an answer is given under. */
  key: string
  place: VersionPlace
  ancestor: PlaceValue
  scenario: PlaceValue
  parent: PlaceValue
}

export type Adoption = {
  /** The parent with everything of the scenario that may be applied; with open conflicts it keeps its own there. */
  version: Version
  applied: VersionChange[]
  /** Conflicts nobody has answered yet. The adoption is whole when there are none. */
  conflicts: AdoptConflict[]
}

/** Which side a conflict is decided for, by its key. */
export type AdoptAnswers = Readonly<Record<string, 'scenario' | 'parent'>>

/**
 * Adopts a scenario: what it changed since it was branched is applied to the parent as it is now. A place the parent
 * has changed as well is a conflict, unless both made it the same; so is changing what the other took away. Nothing
 * is decided silently: an unanswered conflict leaves the parent's figure and is handed back.
 */
export function adopt(
  { version: scenario, ancestor }: Scenario,
  parent: Version,
  answers: AdoptAnswers = {},
): Adoption {
  const theirs = byPlace(differenceOfVersions(ancestor, parent))
  const removedByParent = removals(theirs)
  let merged = parent
  const applied: VersionChange[] = []
  const conflicts = new Map<string, AdoptConflict>()
  const ours = differenceOfVersions(ancestor, scenario)
  const settle = (change: VersionChange, conflict: AdoptConflict | null): void => {
    if (conflict !== null && answers[conflict.key] !== 'scenario') {
      if (answers[conflict.key] === undefined) conflicts.set(conflict.key, conflict)
      return
    }
    merged = applyChange(merged, change, scenario)
    applied.push(change)
  }
  for (const change of ours) {
    const item = itemOf(change.place)
    const removed = item === null ? undefined : removedByParent.get(item)
    if (removed !== undefined) {
      // Both took it away, or the scenario changed what the parent took away.
      if (isRemoval(change)) continue
      settle(
        { place: removed.place, before: false, after: true },
        conflictOf(removed.place, true, true, false),
      )
      continue
    }
    if (isRemoval(change)) {
      const changed = [...theirs.values()].some((other) => itemOf(other.place) === item)
      settle(change, changed ? conflictOf(change.place, true, false, true) : null)
      continue
    }
    const other = theirs.get(placeKey(change.place))
    if (isAddition(change) && other !== undefined) {
      for (const field of bothAdded(change.place, scenario, parent))
        settle(field, conflictOf(field.place, undefined, field.after, field.before))
      continue
    }
    if (other !== undefined && sameValue(other.after, change.after)) continue
    settle(
      change,
      other === undefined ? null : conflictOf(change.place, change.before, change.after, other.after),
    )
  }
  return { version: merged, applied, conflicts: [...conflicts.values()] }
}

function conflictOf(
  place: VersionPlace,
  ancestor: PlaceValue,
  scenario: PlaceValue,
  parent: PlaceValue,
): AdoptConflict {
  return { key: placeKey(place), place, ancestor, scenario, parent }
}

function byPlace(changes: readonly VersionChange[]): Map<string, VersionChange> {
  return new Map(changes.map((change) => [placeKey(change.place), change]))
}

/** What the parent took away, by the thing it was. */
function removals(changes: ReadonlyMap<string, VersionChange>): Map<string, VersionChange> {
  const found = new Map<string, VersionChange>()
  for (const change of changes.values()) {
    const item = itemOf(change.place)
    if (item !== null && isRemoval(change)) found.set(item, change)
  }
  return found
}

function isRemoval({ place, after }: VersionChange): boolean {
  return 'field' in place && place.field === 'exists' && after === false
}

function isAddition({ place, after }: VersionChange): boolean {
  return 'field' in place && place.field === 'exists' && after === true
}

/** The adjustment, tax step or override a place belongs to. */
function itemOf(place: VersionPlace): string | null {
  switch (place.of) {
    case 'adjustment':
    case 'adjustmentAmount':
      return `adjustment:${place.id}`
    case 'taxStep':
    case 'taxStepÖre':
      return `taxStep:${place.id}`
    case 'override':
      return `override:${JSON.stringify([place.table, place.row, place.column])}`
    default:
      return null
  }
}

/** Where two things of the same name, added on both sides, differ. */
function bothAdded(place: VersionPlace, scenario: Version, parent: Version): VersionChange[] {
  const item = itemOf(place)
  return differenceOfVersions(parent, scenario).filter((change) => itemOf(change.place) === item)
}
