import { expect, it } from 'vitest'
import { ageBounds, ageOn } from './age.ts'

it.each([
  ['2000-11-22', '2026-11-22', 26],
  ['2000-11-23', '2026-11-22', 25],
  ['2004-02-29', '2025-02-28', 20],
  ['2004-02-29', '2025-03-01', 21],
])('born %s, on %s: %i', (born, day, age) => expect(ageOn(born, day)).toBe(age))

it('knows where a group begins and ends', () => {
  expect(ageBounds('18-29')).toEqual({ from: 18, to: 29 })
  expect(ageBounds('65-')).toEqual({ from: 65, to: null })
})
