import { expect, it } from 'vitest'
import { bodiesOn, seatsOn } from './bodies-as-of.ts'
import { bodyFault, endBodyFault } from './body-faults.ts'
import type { BodyFact, BodyRecords } from './body-records.ts'
import { daysSilent, isSilent } from './silence.ts'

const fact = (bodyId: string, name: string, more: Partial<BodyFact> = {}): BodyFact => ({
  id: `${bodyId} ${name}`,
  bodyId,
  parentId: null,
  kind: 'board',
  name,
  purpose: '',
  contactAddress: '',
  isHighest: false,
  openToJoin: false,
  validFrom: '2025-01-01',
  validTo: null,
  ...more,
})
const body = (id: string, unitId = 'norr', validTo: string | null = null) => ({
  id,
  unitId,
  validFrom: '2025-01-01',
  validTo,
})

const records: BodyRecords = {
  bodies: [body('meeting'), body('board'), body('group'), body('health'), body('old', 'norr', '2025-06-30')],
  facts: [
    fact('meeting', 'Årsmötet', { isHighest: true }),
    fact('board', 'Styrelsen', { validTo: '2025-12-31' }),
    fact('board', 'Distriktsstyrelsen', { validFrom: '2026-01-01' }),
    fact('group', 'Gruppen', { kind: 'councilGroup' }),
    fact('health', 'Vårdgruppen', { parentId: 'group' }),
    fact('old', 'Utskottet', { validTo: '2025-06-30' }),
  ],
  seats: [
    {
      id: 'chair',
      bodyId: 'board',
      roleKind: 'chair',
      title: '',
      referenceUnitId: null,
      validFrom: '2025-01-01',
      validTo: null,
    },
    {
      id: 'ordinary',
      bodyId: 'board',
      roleKind: 'ordinary',
      title: '',
      referenceUnitId: null,
      validFrom: '2025-01-01',
      validTo: '2026-06-30',
    },
  ],
  numbers: [
    {
      id: '1',
      seatId: 'chair',
      number: 1,
      namePublic: true,
      contactAddress: '',
      validFrom: '2025-01-01',
      validTo: null,
    },
    {
      id: '2',
      seatId: 'ordinary',
      number: 5,
      namePublic: false,
      contactAddress: '',
      validFrom: '2025-01-01',
      validTo: '2025-12-31',
    },
    {
      id: '3',
      seatId: 'ordinary',
      number: 7,
      namePublic: false,
      contactAddress: '',
      validFrom: '2026-01-01',
      validTo: '2026-06-30',
    },
  ],
}

it.each([
  ['2024-12-31', []],
  ['2025-06-30', ['Årsmötet', 'Gruppen', '  Vårdgruppen', 'Styrelsen', 'Utskottet']],
  ['2025-07-01', ['Årsmötet', 'Gruppen', '  Vårdgruppen', 'Styrelsen']],
  ['2026-01-01', ['Årsmötet', 'Distriktsstyrelsen', 'Gruppen', '  Vårdgruppen']],
])('bodies on %s', (day, expected) => {
  expect(bodiesOn(records, day).map(({ depth, name }) => '  '.repeat(depth) + name)).toEqual(expected)
})

it.each([
  ['2025-12-31', ['chair 1', 'ordinary 5']],
  ['2026-01-01', ['chair 1', 'ordinary 7']],
  ['2026-07-01', ['chair 1']],
])('seats on %s', (day, expected) => {
  expect(seatsOn(records, day).map(({ id, number }) => `${id} ${number}`)).toEqual(expected)
})

const wanted = {
  bodyId: null as string | null,
  unitId: 'norr',
  parentId: null as string | null,
  name: 'Nya',
  isHighest: false,
  day: '2026-02-01',
}
it.each([
  ['a new one', {}, null],
  ['a name that is taken', { name: 'årsmötet' }, 'body.exists'],
  ['a name that is taken in another unit', { name: 'Årsmötet', unitId: 'soder' }, null],
  ['its own name', { bodyId: 'group', name: 'Gruppen' }, null],
  ['a second highest', { isHighest: true }, 'body.secondHighest'],
  ['the highest itself', { bodyId: 'meeting', name: 'Stämman', isHighest: true }, null],
  ['under another', { parentId: 'group' }, null],
  ['under one that has ended', { parentId: 'old' }, 'body.parentNotThere'],
  ['under one of another unit', { parentId: 'group', unitId: 'soder' }, 'body.parentNotThere'],
  ['under itself', { bodyId: 'group', name: 'Gruppen', parentId: 'group' }, 'body.underOwn'],
  ['under its own', { bodyId: 'group', name: 'Gruppen', parentId: 'health' }, 'body.underOwn'],
])('%s', (_, more, fault) => {
  expect(bodyFault(records, { ...wanted, ...more })).toBe(fault)
})

it.each([
  ['health', '2026-03-01', null],
  ['group', '2026-03-01', 'body.hasBodiesBelow'],
  ['board', '2025-03-01', 'body.changedLater'],
  ['old', '2026-03-01', 'body.ended'],
])('ending %s after %s', (id, day, fault) => {
  expect(endBodyFault(records, id, day)).toBe(fault)
})

it.each([
  ['2026-01-01', '2026-06-30', 180, false],
  ['2026-01-01', '2026-07-01', 181, true],
  ['2025-12-31', '2026-01-01', 1, false],
])('silent since %s on %s', (since, day, days, silent) => {
  expect([daysSilent(since, day), isSilent(since, day)]).toEqual([days, silent])
})
