import { expect, it } from 'vitest'
import { folded } from './folded.ts'

it.each([
  ['Årsmötet', 'årsmötet ', true],
  ['STYRELSEN', 'Styrelsen', true],
  ['Åby', 'Aby', false],
])('%j and %j', (one, other, same) => {
  expect(folded(one) === folded(other)).toBe(same)
})
