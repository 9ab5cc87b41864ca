import { expect, it } from 'vitest'
import { rightFault, rightsOn, type SeatRight } from './seat-rights.ts'

const affiliations = [
  {
    id: '1',
    unitId: 'youth',
    toUnitId: 'district',
    decision: '',
    validFrom: '2025-01-01',
    validTo: '2026-12-31',
  },
]
const right = (validFrom: string, validTo: string | null, votes: boolean): SeatRight => ({
  id: validFrom,
  seatId: 'seat',
  speaks: true,
  proposes: votes,
  votes,
  decision: '',
  validFrom,
  validTo,
})
const rights = [right('2025-02-01', '2025-12-31', false), right('2026-01-01', null, true)]
const seat = (id: string, referenceUnitId: string | null) => ({
  id,
  bodyId: 'board',
  roleKind: 'ordinary',
  title: '',
  referenceUnitId,
  number: 2,
  namePublic: false,
  contactAddress: '',
})
const seats = [seat('seat', 'youth'), seat('other', 'circle'), seat('chair', null)]

it.each([
  ['before it was given', '2025-01-31', []],
  ['without a vote', '2025-12-31', ['youth 2 false']],
  ['with a vote', '2026-01-01', ['youth 2 true']],
  ['after the affiliation', '2027-01-01', []],
])('%s', (_, day, expected) => {
  const then = rightsOn({ rights, affiliations }, seats, day)
  expect(then.map(({ unitId, number, votes }) => `${unitId} ${number} ${votes}`)).toEqual(expected)
})

it('goes with its seat', () => {
  expect(rightsOn({ rights, affiliations }, [], '2026-01-01')).toEqual([])
})

const wanted = {
  unitId: 'youth',
  bodyUnitId: 'district',
  day: '2026-01-01',
  speaks: true,
  proposes: false,
  votes: false,
}
it.each([
  ['to attend and speak', {}, null],
  ['to attend only', { speaks: false }, null],
  ['to vote', { proposes: true, votes: true }, null],
  ['to vote in silence', { speaks: false, votes: true }, 'seatRight.voteWithoutVoice'],
  ['to propose in silence', { speaks: false, proposes: true }, 'seatRight.voteWithoutVoice'],
  ['one that is no affiliate', { unitId: 'circle' }, 'seatRight.notAffiliate'],
  ['one that was an affiliate', { day: '2027-01-01' }, 'seatRight.notAffiliate'],
  ['in a body of its own', { bodyUnitId: 'youth' }, 'seatRight.ownBody'],
])('a right %s', (_, more, fault) => {
  expect(rightFault(affiliations, { ...wanted, ...more })).toBe(fault)
})
