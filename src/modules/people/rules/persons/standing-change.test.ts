import { describe, expect, it } from 'vitest'
import { endingOf, standingFault, type OpenMembership } from './standing-change.ts'

const today = '2026-11-22'
const home: OpenMembership = {
  id: '1',
  unitId: 'a',
  kind: 'home',
  status: 'active',
  validFrom: '2026-03-01',
  paidUntil: null,
}
const change = { unitId: 'a', kind: 'home' as const, to: 'left' as const, day: '2026-06-01' }

describe('a change of standing', () => {
  it.each([
    ['leaves', [home], change, null],
    ['leaves where nobody belongs', [], change, 'membership.notThere'],
    ['is made for a day to come', [home], { ...change, day: '2026-11-23' }, 'membership.notYet'],
    ['reaches behind what is written', [home], { ...change, day: '2026-02-28' }, 'membership.changedLater'],
    ['goes back to having applied', [home], { ...change, to: 'applied' as const }, 'membership.mayNotBecome'],
    ['comes without having been there', [], { ...change, to: 'applied' as const }, null],
    ['comes back', [{ ...home, status: 'left' as const }], { ...change, to: 'active' as const }, null],
    [
      'gives a second home',
      [home],
      { ...change, unitId: 'b', to: 'active' as const },
      'membership.homeElsewhere',
    ],
    [
      'gives an extra membership',
      [home],
      { ...change, unitId: 'b', kind: 'extra' as const, to: 'active' as const },
      null,
    ],
    [
      'gives a home after another was left',
      [{ ...home, status: 'left' as const }],
      { ...change, unitId: 'b', to: 'active' as const },
      null,
    ],
  ])('that %s', (_, open, asked, fault) => {
    expect(standingFault(open, asked, today)).toBe(fault)
  })

  it.each([
    ['2026-06-01', { id: '1', validTo: '2026-05-31' }],
    ['2026-03-01', { id: '1', replaced: true }],
    ['2026-01-01', 'membership.changedLater'],
  ])('from %s ends the row that held', (day, ending) => {
    expect(endingOf(home, day)).toEqual(ending)
  })
})
