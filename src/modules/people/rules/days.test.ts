import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayAfter, dayBefore, daysAfter, daysBetween, everyDay, laterDay } from './days.ts'

it.each([
  ['2026-11-22', 7, '2026-11-29'],
  ['2026-12-28', 7, '2027-01-04'],
  ['2028-02-27', 2, '2028-02-29'],
  ['2026-01-01', -1, '2025-12-31'],
  // The clocks are turned.
  ['2026-03-28', 2, '2026-03-30'],
  ['2026-10-24', 2, '2026-10-26'],
])('%s and %i days', (day, days, after) => {
  expect(daysAfter(day, days)).toBe(after)
})

it.each([
  ['2026-03-01', '2026-02-28'],
  ['2024-03-01', '2024-02-29'],
  ['2026-01-01', '2025-12-31'],
])('the day before %s is %s', (day, before) => {
  expect(dayBefore(day)).toBe(before)
  expect(dayAfter(before)).toBe(day)
})

it.each([
  ['2026-01-30', '2026-02-02', ['2026-01-30', '2026-01-31', '2026-02-01', '2026-02-02']],
  ['2026-02-02', '2026-02-02', ['2026-02-02']],
  ['2026-02-02', '2026-02-01', []],
  ['2026-02-02', '2025-02-01', []],
])('every day from %s to %s', (first, last, days) => {
  expect(everyDay(first, last)).toEqual(days)
})

it('so many days after is so many days between, and the later of the two when there are any', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
      const to = daysAfter(from, days)
      expect(daysBetween(from, to)).toBe(days)
      expect(laterDay(from, to)).toBe(days > 0 ? to : from)
    }),
  )
})
