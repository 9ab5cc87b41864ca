import { expect, it } from 'vitest'
import { matchesWords } from './contacts.ts'
import { degreeSumsOn } from './degrees.ts'
import { popoloOf, type PopoloSource } from './popolo.ts'
import { siblingGroups } from './siblings.ts'

const paid = (personId: string, degree: string | null, validFrom: string, validTo: string | null = null) => ({
  personId,
  degree,
  validFrom,
  validTo,
})

it.each([
  ['2026-01-31', [{ personId: 'a', sum: '40', over: false }]],
  ['2026-02-01', [{ personId: 'a', sum: '100', over: false }]],
  ['2026-08-01', [{ personId: 'a', sum: '100.01', over: true }]],
  ['2027-01-01', []],
])('per cent on %s, exactly', (day, expected) => {
  const rows = [
    paid('a', '40', '2026-01-01', '2026-12-31'),
    paid('a', '59.9', '2026-02-01', '2026-12-31'),
    paid('a', '0.1', '2026-02-01', '2026-12-31'),
    paid('a', '0.01', '2026-08-01', '2026-09-13'),
    paid('b', null, '2026-01-01', '2026-12-31'),
  ]
  expect(degreeSumsOn(rows, day)).toEqual(expected)
})

const body = (id: string, areaName: string, policyArea: string) => ({ id, areaName, policyArea })

it('committees that decide about the same are siblings in different municipalities only', () => {
  expect(
    siblingGroups([
      body('1', 'Alby', 'Skola'),
      body('2', 'Backa', 'skola'),
      body('3', 'Alby', 'Vård'),
      body('4', 'Alby', 'Vård'),
      body('5', 'Alby', ''),
      body('6', 'Backa', ''),
    ]).map(({ policyArea, committees }) => [policyArea, committees.map((each) => each.id)]),
  ).toEqual([['Skola', ['1', '2']]])
})

it.each([
  ['exempel', true],
  ['kommun exempelby', true],
  ['Exempelby 0199', true],
  ['ostra', true],
  ['Östra', true],
  ['by', false],
  ['exempelby norra', false],
  ['   ', false],
])('a look-up for ”%s”', (words, found) => {
  expect(matchesWords(['Exempelby kommun', '0199', 'Östra föreningen'], words)).toBe(found)
})

it('tells of a person the name and nothing else', () => {
  const dates = { validFrom: '2026-01-01', validTo: null }
  const source: PopoloSource = {
    topUnitId: 'district',
    units: [{ id: 'u', name: 'Distriktet', parentId: null, kind: 'district', ...dates }],
    bodies: [
      {
        id: 'b',
        name: 'Styrelsen',
        kind: 'board',
        parentId: 'u',
        contactAddress: 'styrelsen@example.org',
        ...dates,
      },
    ],
    publicBodies: [
      {
        id: 'p',
        name: 'Skolnämnden',
        kind: 'committee',
        level: 'municipality',
        areaName: 'Alby',
        areaCode: '0199',
        ...dates,
      },
    ],
    seats: [{ id: 's', bodyId: 'b', label: 'Ordförande', role: 'chair', contactAddress: '', ...dates }],
    persons: [{ id: 'x', givenName: 'Asta', familyName: 'Prov' }],
    terms: [{ id: 't', personId: 'x', seatId: 's', bodyId: 'b', role: 'chair', ...dates }],
    mandates: [
      { id: 'm', personId: 'x', publicBodyId: 'p', role: 'deputy', partyGroup: 'Gruppen', ...dates },
    ],
  }
  const popolo = popoloOf(source)
  expect(popolo.persons).toEqual([{ id: 'x', name: 'Asta Prov', given_name: 'Asta', family_name: 'Prov' }])
  expect(popolo.areas).toEqual([
    { id: 'area:0199', name: 'Alby', identifier: '0199', classification: 'municipality' },
  ])
  // Every reference leads to something in the file.
  const organizations = new Set(popolo.organizations.map((each) => each.id))
  const posts = new Set(popolo.posts.map((each) => each.id))
  for (const membership of popolo.memberships) {
    expect(organizations.has(membership.organization_id)).toBe(true)
  }
  expect(popolo.memberships.flatMap((each) => ('post_id' in each ? [posts.has(each.post_id)] : []))).toEqual([
    true,
  ])
  expect(popolo.memberships.map((each) => each.role)).toEqual(['chair', 'deputy'])
})
