import { describe, expect, it } from 'vitest'
import { sightOf } from './seen-everywhere.ts'

const roles = ['owner', 'registrar', 'organiser', 'board'] as const

describe('what a list may show', () => {
  it('is what the caller’s role sees', () => {
    const sight = sightOf([{ role: 'organiser', unitIds: ['a', 'b'] }], roles)
    expect(sight.parts.has('contact')).toBe(true)
    expect(sight.parts.has('personalNumber')).toBe(false)
    expect(sight.sees(['organiser'])).toBe(true)
    expect(sight.sees(['registrar'])).toBe(false)
  })

  it('is the lesser of two trusts in different units', () => {
    const sight = sightOf(
      [
        { role: 'registrar', unitIds: ['a'] },
        { role: 'board', unitIds: ['b'] },
      ],
      roles,
    )
    expect([...sight.parts].toSorted()).toEqual(['contact', 'memberships'])
    expect(sight.sees(['registrar'])).toBe(false)
  })

  it('is the sum of two trusts in the same unit', () => {
    const sight = sightOf(
      [
        { role: 'registrar', unitIds: ['a', 'b'] },
        { role: 'board', unitIds: ['b'] },
      ],
      roles,
    )
    expect(sight.parts.has('personalNumber')).toBe(true)
    expect(sight.sees(['registrar'])).toBe(true)
  })

  it('is nothing without a role that the operation is for', () => {
    const sight = sightOf([{ role: 'member', unitIds: ['a'] }], roles)
    expect([sight.parts.size, sight.sees(['member'])]).toEqual([0, false])
  })
})
