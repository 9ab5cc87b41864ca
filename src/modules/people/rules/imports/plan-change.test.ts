import { describe, expect, it } from 'vitest'
import type { ImportedPerson } from './imported-person.ts'
import {
  personAmong,
  planChange,
  unitNamed,
  type Belonging,
  type ExistingMode,
  type ExistingPerson,
} from './plan-change.ts'

const existing: ExistingPerson = {
  id: 'p1',
  homeUnitId: 'u1',
  givenName: 'Anna',
  familyName: 'Exempelsson',
  birthDate: null,
  numberMark: null,
  language: 'sv',
  revision: 3,
  contacts: [
    { id: 'c1', kind: 'email', value: 'a@example.org', preferred: true, validFrom: '2020-01-01' },
    { id: 'c2', kind: 'email', value: 'b@example.org', preferred: false, validFrom: '2020-01-01' },
  ],
  memberships: [
    {
      id: 'm1',
      unitId: 'u1',
      kind: 'home',
      status: 'active',
      paidUntil: '2025-12-31',
      validFrom: '2020-01-01',
    },
  ],
  tags: ['Ny'],
  fields: [],
}
const row: ImportedPerson = {
  line: 2,
  givenName: 'Anna',
  familyName: '',
  birthDate: null,
  personalNumber: null,
  emails: [],
  phones: [],
  address: null,
  unit: null,
  standing: null,
  memberSince: null,
  paidUntil: null,
  tags: [],
  language: null,
  fields: [],
}
const home: Belonging = { unitId: 'u1', kind: 'home', named: false }

function changes(
  part: Partial<ImportedPerson>,
  mode: ExistingMode = 'update',
  belonging = home,
  mark: string | null = null,
) {
  const planned = planChange(existing, { ...row, ...part }, belonging, mark, {
    mode,
    standing: 'active',
    today: '2026-11-22',
  })
  return 'change' in planned
    ? planned.change.changes.map(({ what, before, after }) => `${what} ${before ?? '-'} > ${after ?? '-'}`)
    : planned.reasons.map(({ key }) => key)
}

describe('somebody who is there', () => {
  it.each<[string, Partial<ImportedPerson>, ExistingMode, string[]]>([
    ['says nothing new', { emails: ['a@example.org'] }, 'update', ['unchanged']],
    ['another e-mail', { emails: ['c@example.org'] }, 'update', ['email a@example.org > c@example.org']],
    [
      'one known e-mail and one new',
      { emails: ['b@example.org', 'c@example.org'] },
      'update',
      ['email - > c@example.org'],
    ],
    [
      'only what is missing, where there is something',
      { emails: ['c@example.org'], familyName: 'Ny' },
      'fill',
      ['unchanged'],
    ],
    ['only what is missing', { birthDate: '1980-01-01' }, 'fill', ['birthDate - > 1980-01-01']],
    ['nobody is touched', { birthDate: '1980-01-01' }, 'skip', ['existingSkipped']],
    ['another name', { familyName: 'Ny' }, 'update', ['familyName Exempelsson > Ny']],
    ['has paid', { paidUntil: '2026-12-31' }, 'update', ['paidUntil 2025-12-31 > 2026-12-31']],
    ['has left', { standing: 'left' }, 'update', ['standing active > left']],
    ['cannot apply any more', { standing: 'applied' }, 'update', ['standingNotPossible']],
    ['a tag that is there', { tags: ['ny'] }, 'update', ['unchanged']],
    ['a number', { personalNumber: '19121212-1212' }, 'update', ['personalNumber - > 19121212-****']],
  ])('%s', (_, part, mode, expected) => {
    expect(changes(part, mode)).toEqual(expected)
  })

  it('is not moved by a column, but joins an interest association', () => {
    expect(changes({}, 'update', { unitId: 'u2', kind: 'home', named: true })).toEqual(['otherUnit'])
    expect(changes({}, 'update', { unitId: 'u3', kind: 'extra', named: true })).toEqual([
      'membership - > active',
    ])
  })
})

describe('who a row is', () => {
  const candidate = { personId: 'p1', birthDate: null, numberMark: null }
  it.each([
    ['nobody', [], null],
    ['found by e-mail', [{ ...candidate, by: 'email' as const }], 'p1'],
    [
      'the number before the e-mail',
      [
        { ...candidate, by: 'email' as const },
        { ...candidate, by: 'number' as const, personId: 'p2' },
      ],
      'p2',
    ],
    [
      'two by one key',
      [
        { ...candidate, by: 'phone' as const },
        { ...candidate, by: 'phone' as const, personId: 'p2' },
      ],
      'several',
    ],
    ['somebody born on another day', [{ ...candidate, by: 'email' as const, birthDate: '1950-01-01' }], null],
    ['somebody with another number', [{ ...candidate, by: 'email' as const, numberMark: 'other' }], null],
  ])('%s', (_, candidates, person) => {
    expect(personAmong(candidates, { ...row, birthDate: '1980-01-01' }, 'mark')).toBe(person)
  })
})

const unit = (id: string, names: string[], more = {}) => ({
  id,
  slug: id,
  names,
  beside: false,
  isOpen: true,
  ...more,
})

describe('the unit a cell names', () => {
  const units = [
    unit('a', ['Exempelby partiförening', 'Gamla Exempelby']),
    unit('b', ['Provköping partiförening']),
    unit('c', ['Provköping ungdom']),
    unit('d', ['Nedlagda'], { isOpen: false }),
  ]
  it.each([
    ['exempelby', 'a'],
    ['EXEMPELBY PARTIFÖRENING', 'a'],
    ['gamla exempelby', 'a'],
    ['b', 'b'],
    ['Provköping', 'several'],
    ['Nedlagda', null],
    ['Okända', null],
  ])('%s', (text, expected) => {
    const found = unitNamed(units, text)
    expect(found === 'several' ? found : (found?.id ?? null)).toBe(expected)
  })
})
