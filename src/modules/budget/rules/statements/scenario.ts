import type { Version } from './version.ts'

/** A version that tries something out, with what it was branched from kept as it was then. */
export type Scenario = {
  version: Version
  /** The parent as it was when the scenario began, or when it last was adopted. */
  ancestor: Version
}

/** A scenario of a version: a copy to change freely, which remembers where it came from. */
export function branch(parent: Version, { id, label }: { id: string; label: string }): Scenario {
  return { version: { ...parent, id, label, parent: parent.id }, ancestor: parent }
}
