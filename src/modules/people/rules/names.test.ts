import { expect, it } from 'vitest'
import { fullName, searchKey, tidyName } from './names.ts'

it.each([
  ['Åsa-Märta', 'asa-marta'],
  ['  Öberg   von  Ek ', 'oberg von ek'],
  ["O'Prov", 'o prov'],
  ['Zoë', 'zoe'],
  ['محمد', 'محمد'],
  ['🌻', ''],
])('%s is searched for as “%s”', (name, key) => expect(searchKey(name)).toBe(key))

it('tidies a name without changing its letters', () => {
  expect(tidyName(' Disa\u202e \t Prov ')).toBe('Disa Prov')
  expect(tidyName('A\u030asa')).toBe('\u00c5sa')
})

it('needs no family name', () => {
  expect(fullName({ givenName: 'Disa', familyName: 'Prov' })).toBe('Disa Prov')
  expect(fullName({ givenName: 'Disa', familyName: '' })).toBe('Disa')
})
