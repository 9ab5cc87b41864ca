import { expect, it } from 'vitest'
import { ageOn } from './age.ts'

it.each([
  ['2000-11-22', '2026-11-22', 26],
  ['2000-11-23', '2026-11-22', 25],
  ['2004-02-29', '2025-02-28', 20],
  ['2004-02-29', '2025-03-01', 21],
])('born %s, on %s: %i', (born, day, age) => expect(ageOn(born, day)).toBe(age))
