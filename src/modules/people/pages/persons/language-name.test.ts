import { expect, test } from 'vitest'
import { languageName } from './language-name.ts'

test.each([
  ['fa', 'sv', 'persiska'],
  ['fa', 'en', 'Persian'],
  ['sv', 'sv', 'svenska'],
  ['xzq', 'sv', 'xzq'],
  ['sv-ab-ab', 'sv', 'sv-ab-ab'],
] as const)('the language %s is, in %s, %s', (code, language, name) => {
  expect(languageName(code, language)).toBe(name)
})
