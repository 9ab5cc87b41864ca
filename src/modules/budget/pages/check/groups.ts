import type { CheckShown } from '../../operations/check-version.ts'

/** Findings with one cause, read as one thing. */
export type CheckGroup = { key: string; checks: CheckShown[] }

/** Puts checks with the same cause together, in the order of the first of each; a check without a cause stands alone. */
export function groupsOf(checks: readonly CheckShown[]): CheckGroup[] {
  const groups = new Map<string, CheckGroup>()
  for (const check of checks) {
    const key = check.cause ?? check.id
    const group = groups.get(key)
    if (group) group.checks.push(check)
    else groups.set(key, { key, checks: [check] })
  }
  return [...groups.values()]
}
