import { createIntl } from '@formatjs/intl'
import { describe, expect, it } from 'vitest'
import { compileMessages } from './compile-messages.ts'

const messages = {
  plain: 'Öppna arbetsbordet',
  amount: 'Högst {limit, number} MB',
  count: '{count, plural, one {ett fel} other {# fel}}',
  quoted: "Skriv '{'namn'}'",
}

function said(texts: Record<string, unknown>, id: string, params: Record<string, number>): unknown {
  return createIntl({ locale: 'sv-SE', messages: texts as Record<string, string> }).formatMessage(
    { id },
    params,
  )
}

describe('compiled messages', () => {
  it('say what the texts say', () => {
    const compiled = compileMessages(messages)
    expect(compiled['plain']).toBe(messages.plain)
    for (const [id, params] of [
      ['amount', { limit: 2.5 }],
      ['count', { count: 1 }],
      ['count', { count: 12 }],
      ['quoted', {}],
    ] as const) {
      expect(compiled[id]).toBeInstanceOf(Array)
      expect(said(compiled, id, params)).toBe(said(messages, id, params))
    }
  })
})
