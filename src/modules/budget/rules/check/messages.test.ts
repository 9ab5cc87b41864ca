import { createIntl } from '@formatjs/intl'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import en from '../../messages/check.en.json' with { type: 'json' }
import sv from '../../messages/check.sv.json' with { type: 'json' }
import { exampleBook } from '../reading/example.fixture.ts'
import { catalogue } from './catalogue.ts'
import { checkBook } from './check.ts'
import { findingsOf, paramsOf } from './report.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Every explanation named in the rules and explainers. */
const explanations = new Set(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.') && !name.includes('.fixture.'))
    .flatMap((name) => [...readFileSync(`${folder}${name}`, 'utf8').matchAll(/'(check\.explain\.\w+)'/gu)])
    .map(([, key]) => key ?? ''),
)

function parametersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\s*[,}]/gu)].map(([, name]) => name ?? ''))].sort()
}

const shape = (texts: Record<string, string>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, parametersOf(text)]))

const show = (amount: { toFixed(decimals: number): string }): string => amount.toFixed(1).replace('.', ',')

describe('the texts of the check', () => {
  test('every text stands in both languages with the same parameters', () => {
    expect(shape(en)).toEqual(shape(sv))
  })

  test('every rule has a name and a source, every explanation a sentence, and nothing more is there', () => {
    const wanted = [...catalogue.flatMap(({ name, source }) => [name, source]), ...explanations]
    const kept = Object.keys(sv).filter((key) => !/^check\.(?:class|outcome|severity)\./u.test(key))
    expect(kept.sort()).toEqual([...new Set(wanted)].sort())
  })

  test.each(Object.entries({ sv, en }))('every finding of the example can be said: %s', (locale, texts) => {
    const faults: unknown[] = []
    const intl = createIntl({ locale, messages: texts, onError: (error) => faults.push(error) })
    const said = findingsOf(checkBook(exampleBook())).map(({ explanation }) =>
      intl.formatMessage(
        { id: explanation?.key ?? '' },
        paramsOf(explanation!, (amount) => amount.toString()),
      ),
    )
    expect(faults).toEqual([])
    expect(said.filter((sentence) => /[{}]|undefined|check\./u.test(sentence))).toEqual([])
  })

  test('a sentence tells what to look at', () => {
    const intl = createIntl({ locale: 'sv', messages: sv })
    const [finding] = findingsOf(checkBook(exampleBook(), { rules: ['adjustments.boardSum'] }))
    expect(
      intl.formatMessage({ id: finding?.explanation?.key ?? '' }, paramsOf(finding!.explanation!, show)),
    ).toBe(
      'Skillnaden 2037,0 är ”Mittenkoalitionens resultat” i Plan 2027 (Sammanställning av justeringar): den siffran verkar ha kommit med av misstag.',
    )
  })
})
