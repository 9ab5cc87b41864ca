import { createIntl } from '@formatjs/intl'
import { describe, expect, test } from 'vitest'
import en from '../../messages/reading.en.json' with { type: 'json' }
import sv from '../../messages/reading.sv.json' with { type: 'json' }
import { roles } from '../roles.ts'

/** The parameters a text asks for. */
function parametersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\s*[,}]/gu)].map(([, name]) => name ?? ''))].sort()
}

/** Every key with the parameters of its text. */
function shape(texts: Record<string, string>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, parametersOf(text)]))
}

describe('messages of the reading side', () => {
  test('every text stands in both languages with the same parameters', () => {
    expect(shape(en)).toEqual(shape(sv))
  })

  test('every role has a name', () => {
    expect(roles.filter((role) => !(`reading.role.${role}` in sv))).toEqual([])
  })

  test.each(Object.entries({ sv, en }))('every text can be said: %s', (locale, texts) => {
    const faults: unknown[] = []
    const intl = createIntl({ locale, messages: texts, onError: (error) => faults.push(error) })
    for (const [key, text] of Object.entries(texts)) {
      const params = Object.fromEntries(parametersOf(text).map((name) => [name, 3]))
      expect(intl.formatMessage({ id: key }, params)).not.toMatch(/[{}]/u)
    }
    expect(faults).toEqual([])
  })
})
