import { expect, it } from 'vitest'
import { overlapping } from './periods.ts'

const year = { name: '2026', validFrom: '2026-01-01', validTo: '2026-12-31' }
const open = { name: 'on', validFrom: '2027-06-01', validTo: null }

it.each([
  ['2025-01-01', '2025-12-31', undefined],
  ['2025-01-01', '2026-01-01', '2026'],
  ['2026-12-31', '2027-01-31', '2026'],
  ['2027-01-01', '2027-05-31', undefined],
  ['2027-01-01', null, 'on'],
  ['2028-01-01', '2028-12-31', 'on'],
])('a period from %s to %s shares days with %s', (validFrom, validTo, name) => {
  expect(overlapping([year, open], { validFrom, validTo })?.name).toBe(name)
})
