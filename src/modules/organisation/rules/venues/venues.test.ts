import { expect, it } from 'vitest'
import { attributesAmong, venueAttributes } from './attributes.ts'
import { isWaiting, stateOn, stepFault, type RequestState, type RequestStep } from './request-steps.ts'
import type { VenueRecord, VenueRecords } from './venue-records.ts'
import { fitsWish, municipalitiesOf, venuesOn, type VenueWish } from './venues-as-of.ts'

const record = (venueId: string, name: string, more: Partial<VenueRecord> = {}): VenueRecord => ({
  id: `${venueId} ${name}`,
  venueId,
  name,
  address: '',
  municipality: 'Exempelby',
  capacity: null,
  attributes: [],
  remark: '',
  ownerName: '',
  ownerEmail: '',
  ownerPhone: '',
  costNote: '',
  validFrom: '2025-01-01',
  validTo: null,
  ...more,
})
const venue = (id: string, validTo: string | null = null) => ({
  id,
  unitId: 'norr',
  validFrom: '2025-01-01',
  validTo,
})

const records: VenueRecords = {
  venues: [venue('hall'), venue('library'), venue('barn', '2025-12-31')],
  records: [
    record('hall', 'Folkets hus', { capacity: 60, validTo: '2026-02-28' }),
    record('hall', 'Folkets hus', {
      id: 'later',
      capacity: 80,
      attributes: ['stepFree', 'hearingLoop'],
      validFrom: '2026-03-01',
    }),
    record('library', 'Biblioteket', {
      municipality: 'Provsjö',
      address: 'Torget 1',
      remark: 'Hiss från garaget',
      attributes: ['childFriendly'],
    }),
    record('barn', 'Ladan'),
  ],
}

it.each([
  ['2024-12-31', []],
  ['2025-12-31', ['Folkets hus 60', 'Ladan null', 'Biblioteket null']],
  ['2026-02-28', ['Folkets hus 60', 'Biblioteket null']],
  ['2026-03-01', ['Folkets hus 80', 'Biblioteket null']],
])('premises on %s', (day, expected) => {
  expect(venuesOn(records, day).map(({ name, capacity }) => `${name} ${capacity}`)).toEqual(expected)
})

it.each<[VenueWish, string[]]>([
  [{}, ['Folkets hus', 'Biblioteket']],
  [{ words: 'FOLKETS' }, ['Folkets hus']],
  [{ words: 'torget  hiss' }, ['Biblioteket']],
  [{ words: 'torget folkets' }, []],
  [{ municipality: 'provsjö' }, ['Biblioteket']],
  [{ unitId: 'soder' }, []],
  [{ minCapacity: 80 }, ['Folkets hus']],
  [{ minCapacity: 81 }, []],
  // Where nobody knows how many may be in it, nobody is sent.
  [{ minCapacity: 1 }, ['Folkets hus']],
  [{ attributes: ['stepFree'] }, ['Folkets hus']],
  [{ attributes: ['stepFree', 'hearingLoop'] }, ['Folkets hus']],
  [{ attributes: ['stepFree', 'childFriendly'] }, []],
])('%j finds %j', (wish, expected) => {
  const there = venuesOn(records, '2026-03-01')
  expect(there.filter((each) => fitsWish(each, wish)).map((each) => each.name)).toEqual(expected)
})

it('names each municipality once', () => {
  expect(municipalitiesOf(venuesOn(records, '2025-06-01'))).toEqual(['Exempelby', 'Provsjö'])
})

it('knows its attributes, each once and in its own order', () => {
  expect(attributesAmong(['quietRoom', 'sauna', 'stepFree', 'quietRoom'])).toEqual(['stepFree', 'quietRoom'])
  expect(new Set(venueAttributes).size).toBe(venueAttributes.length)
})

const steps: RequestStep[] = [
  { state: 'open', day: '2026-02-01', note: '' },
  { state: 'answered', day: '2026-03-01', note: 'Ska räkna på det' },
]
it.each<[RequestState, string, string, string | null]>([
  ['done', '2026-03-01', '', null],
  ['refused', '2026-04-10', 'För dyrt', null],
  ['done', '2026-02-28', '', 'venueRequest.beforeLast'],
  ['done', '2026-04-11', '', 'venueRequest.notYet'],
  ['answered', '2026-04-01', '', 'venueRequest.saysNothing'],
  ['answered', '2026-04-01', 'Kostnaden är klar', null],
  ['open', '2026-04-01', '', null],
])('a step to %s on %s with %j', (state, day, note, fault) => {
  expect(stepFault(steps, { state, day, note }, '2026-04-10')).toBe(fault)
})

it.each([
  ['2026-01-31', null, false],
  ['2026-02-28', 'open', true],
  ['2026-03-01', 'answered', true],
])('on %s a request is %s', (day, state, waiting) => {
  expect([stateOn(steps, day), isWaiting(stateOn(steps, day))]).toEqual([state, waiting])
})

it.each(['done', 'refused'] as const)('nobody waits for one that is %s', (state) => {
  expect(isWaiting(state)).toBe(false)
})
