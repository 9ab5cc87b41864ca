import { expect, it } from 'vitest'
import { publicBodyKind } from './public-body-words.ts'

it.each([
  ['Kommunfullmäktige', 'council'],
  ['Regionstyrelsen', 'executive'],
  ['Kommunstyrelsens arbetsutskott', 'executive'],
  ['Skolnämnden', 'committee'],
  ['Alby Bostads AB', 'company'],
  ['Bostadsbolaget', 'company'],
  ['Kyrkorådet', 'other'],
])('%s is a %s', (name, kind) => {
  expect(publicBodyKind(name)).toBe(kind)
})
