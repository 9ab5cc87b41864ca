import { describe, expect, it } from 'vitest'
import { tableKinds } from '../../rules/book.ts'
import { roles } from '../../rules/roles.ts'
import { roleGroups } from './role-groups.ts'

describe('roles under their statements', () => {
  it.each(tableKinds)('hold every role once, for a table of kind %s', (kind) => {
    const listed = roleGroups(kind).flatMap((group) => group.roles)
    expect(listed.toSorted()).toEqual([...roles].toSorted())
  })

  it.each([
    ['balanceSheet', 'balanceSheet', 'totalAssets'],
    ['chapterAdjustments', 'adjustmentSummary', 'adjustment'],
    ['cashFlow', 'cashFlow', 'closingCash'],
  ] as const)('a table of kind %s begins with %s', (kind, group, role) => {
    const first = roleGroups(kind)[0]
    expect(first?.group).toBe(group)
    expect(first?.roles).toContain(role)
  })
})
