import { found } from '#platform/operations/problem.ts'
import type { Version } from '../rules/statements/version.ts'
import type { Scenario } from '../rules/statements/scenario.ts'
import { versionValue } from './compile.ts'
import type { StoredBook, StoredVersion } from './stored-book.ts'
import { snapshotFromJson } from './version-json.ts'

/**
 * A scenario's version in the words of its parent: what was copied has the id of the original, so that the two can
 * be told apart place by place.
 */
export function inParentsIds(book: StoredBook, stored: StoredVersion): Version {
  const origins = new Map([
    ...stored.adjustments.map((each) => [each.id, each.originId ?? each.id] as const),
    ...stored.taxSteps.map((each) => [each.id, each.originId ?? each.id] as const),
  ])
  const version = versionValue(book, stored)
  return {
    ...version,
    adjustments: version.adjustments.map((each) => ({ ...each, id: origins.get(each.id) ?? each.id })),
    tax: {
      ...version.tax,
      steps: version.tax.steps.map((each) => ({ ...each, id: origins.get(each.id) ?? each.id })),
    },
  }
}

/** A stored scenario as the rules want it, with its parent as it is now. */
export function scenarioOf(
  book: StoredBook,
  stored: StoredVersion,
): { scenario: Scenario; parent: StoredVersion; rationales: Record<string, string> } {
  const parent = found(book.versions.find((each) => each.id === stored.parentId))
  const { version: ancestor, rationales } = snapshotFromJson(stored.branchSnapshot)
  return { scenario: { version: inParentsIds(book, stored), ancestor }, parent, rationales }
}
