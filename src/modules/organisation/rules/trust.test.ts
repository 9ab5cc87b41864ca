import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roles } from '#platform/access/roles.ts'
import { keepsAnOwner, mayGive, rolesToGive } from './trust.ts'

const north = 'north'
const south = 'south'

describe('who is trusted to give a role', () => {
  it.each([
    ['owner', 'owner', north, true],
    ['owner', 'secretary', north, true],
    ['owner', 'owner', south, false],
    ['registrar', 'member', north, true],
    ['registrar', 'registrar', north, false],
    ['registrar', 'owner', north, false],
    ['organiser', 'caller', north, true],
    ['organiser', 'member', north, false],
    ['secretary', 'caller', north, false],
    ['board', 'board', north, false],
  ] as const)('%s gives %s in %s: %s', (holder, role, unit, allowed) => {
    expect(mayGive([{ role: holder, unitIds: [north] }], role, unit)).toBe(allowed)
  })

  it('takes the role and the unit from the same grant', () => {
    const grants = [
      { role: 'owner' as const, unitIds: [north] },
      { role: 'organiser' as const, unitIds: [south] },
    ]
    expect(mayGive(grants, 'owner', south)).toBe(false)
    expect(mayGive(grants, 'caller', south)).toBe(true)
  })

  it('never lets anybody but an owner make an owner', () => {
    const grant = fc.record({
      role: fc.constantFrom(...roles.filter((role) => role !== 'owner')),
      unitIds: fc.subarray([north, south]),
    })
    fc.assert(
      fc.property(fc.array(grant), fc.constantFrom(north, south), (grants, unit) => {
        expect(mayGive(grants, 'owner', unit)).toBe(false)
        expect(rolesToGive(grants)).not.toContain('owner')
      }),
    )
  })
})

const owner = (id: string, more = {}) => ({
  id,
  validFrom: '2026-01-01',
  validTo: null,
  ended: false,
  ...more,
})

describe('an organisation keeps an owner', () => {
  it.each([
    ['the only one', [owner('a')], false],
    ['one of two', [owner('a'), owner('b')], true],
    ['the other has ended', [owner('a'), owner('b', { ended: true })], false],
    ['the other has a last day', [owner('a'), owner('b', { validTo: '2027-01-01' })], false],
    ['the other has not begun', [owner('a'), owner('b', { validFrom: '2026-11-23' })], false],
    ['the other begins today', [owner('a'), owner('b', { validFrom: '2026-11-22' })], true],
  ])('%s', (_case, owners, kept) => {
    expect(keepsAnOwner(owners, 'a', '2026-11-22')).toBe(kept)
  })
})
