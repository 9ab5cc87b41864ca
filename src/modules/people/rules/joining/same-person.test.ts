import { expect, it } from 'vitest'
import { mustBeLookedAt, signsOfSame, type Recognised } from './same-person.ts'

const asa: Recognised = {
  givenKey: 'asa',
  familyKey: 'prov',
  emails: ['asa@example.org'],
  phones: ['+46701234567'],
  birthDate: '1990-05-01',
}
const nobody: Recognised = { givenKey: 'bo', familyKey: 'ek', emails: [], phones: [], birthDate: null }

it.each<[string, Recognised, string[], boolean]>([
  ['nothing in common', nobody, [], false],
  ['only the name', { ...nobody, givenKey: 'asa', familyKey: 'prov' }, [], false],
  ['an address shared by a family', { ...nobody, emails: ['asa@example.org'] }, ['email'], false],
  ['a telephone shared by a family', { ...nobody, phones: ['+46701234567'] }, ['phone'], false],
  ['address and name', { ...asa, phones: [], birthDate: null }, ['email', 'name'], true],
  [
    'name and birth date, all else new',
    { ...asa, emails: ['ny@example.org'], phones: [] },
    ['nameAndBirthDate', 'name'],
    true,
  ],
  ['birth date only', { ...nobody, birthDate: '1990-05-01' }, [], false],
  ['two without a birth date', { ...asa, emails: [], phones: [], birthDate: null }, [], false],
])('%s', (_, other, signs, looked) => {
  expect(signsOfSame(asa, other)).toEqual(signs)
  expect(signsOfSame(other, asa)).toEqual(signs)
  expect(mustBeLookedAt(signsOfSame(asa, other))).toBe(looked)
})

it('never takes two without names for the same by their names', () => {
  const nameless = { ...nobody, givenKey: '', familyKey: '', birthDate: '1990-01-01' }
  expect(signsOfSame(nameless, nameless)).toEqual([])
})
