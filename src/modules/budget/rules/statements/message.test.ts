import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { texts } from '#platform/i18n/texts.ts'
import en from '../../messages/statements.en.json' with { type: 'json' }
import sv from '../../messages/statements.sv.json' with { type: 'json' }

const folder = fileURLToPath(new URL('..', import.meta.url))
const spoken = ['statements', 'comparison', 'sensitivity']
  .flatMap((each) =>
    readdirSync(`${folder}${each}`, { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}${each}/${name}`,
    ),
  )
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .flatMap((name) =>
    [...readFileSync(name, 'utf8').matchAll(/'(statements\.[a-zA-Z.]+)'/gu)].map((found) => found[1] ?? ''),
  )

describe('the texts', () => {
  test('both languages have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(sv).sort())
  })

  test('every key that the rules speak has a text', () => {
    expect(spoken.length).toBeGreaterThan(30)
    expect(spoken.filter((key) => !(key in sv))).toEqual([])
  })

  test.each([
    ['sv', 'fee', 'eftersom den gäller en avgift'],
    ['sv', 'other', 'i resultaträkningen. Dokumentet'],
    ['en', 'tax', 'because it is a change of tax'],
  ] as const)('an assumption says why in %s: %s', (language, reason, expected) => {
    const said = texts(sv, en).in(language)('statements.assumption.role', { label: 'X', row: 'Y', reason })
    expect(said).toContain(expected)
  })
})
