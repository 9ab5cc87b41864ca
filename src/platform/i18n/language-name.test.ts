import { expect, test } from 'vitest'
import { languageCode, languageName } from './language-name.ts'

test.each([
  ['fa', 'sv', 'persiska'],
  ['fa', 'en', 'Persian'],
  ['sv', 'sv', 'svenska'],
  ['xzq', 'sv', 'xzq'],
  ['sv-ab-ab', 'sv', 'sv-ab-ab'],
] as const)('the language %s is, in %s, %s', (code, language, name) => {
  expect(languageName(code, language)).toBe(name)
})

test.each([
  ['Persiska', 'fa'],
  ['persian', 'fa'],
  [' FA ', 'fa'],
  ['meänkieli', 'fit'],
  ['kurdiska', 'ku'],
  ['hebreiska', 'he'],
  ['xzq', null],
  ['rotvälska', null],
  ['', null],
])('%s has the code %s', (word, code) => {
  expect(languageCode(word)).toBe(code)
})
