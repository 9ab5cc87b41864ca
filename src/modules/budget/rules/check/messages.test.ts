import { createIntl } from '@formatjs/intl'
import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import en from '../../messages/check.en.json' with { type: 'json' }
import sv from '../../messages/check.sv.json' with { type: 'json' }
import type { Amount } from '../amount.ts'
import { exampleBook } from '../reading/example.fixture.ts'
import { printNumber } from '../reading/print-number.ts'
import { catalogue } from './catalogue.ts'
import { checkBook } from './check.ts'
import { findingsOf, paramsOf, type Check } from './report.ts'
import { anyBook } from './testing/any-book.fixture.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** Every explanation named in the rules and explainers. */
const explanations = new Set(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.') && !name.includes('.fixture.'))
    .flatMap((name) => [...readFileSync(`${folder}${name}`, 'utf8').matchAll(/'(check\.explain\.\w+)'/gu)])
    .map(([, key]) => key ?? ''),
)

function parametersOf(text: string): string[] {
  return [
    ...new Set([...text.matchAll(/(?<!(?:one|other|=\d) )\{(\w+)\s*[,}]/gu)].map(([, name]) => name ?? '')),
  ].sort()
}

const shape = (texts: Record<string, string>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, parametersOf(text)]))

/** Amounts as the pages and the command line write them. */
const show = (amount: Amount): string => printNumber(amount, Math.max(1, Math.min(3, amount.decimalPlaces())))

/** Says findings in a language; what goes wrong in it is a fault. */
function speaker(locale: string, messages: Record<string, string>) {
  const faults: string[] = []
  const intl = createIntl({ locale, messages, onError: ({ message }) => faults.push(message) })
  return {
    faults,
    say: ({ explanation }: Check): string =>
      explanation === null ? '' : intl.formatMessage({ id: explanation.key }, paramsOf(explanation, show)),
  }
}

/** What no person should meet: keys, missing words, amounts as the machine writes them. */
const raw =
  /[{}]|undefined|null|NaN|Infinity|\[object|check\.|\s{2}|[”“"]{2}|\d\.\d{1,3}(?!\d)|(?<![\p{L}\d”“ ]\s?)-\d/u

const languages = Object.entries({ sv, en })

describe('the texts of the check', () => {
  test('every text stands in both languages with the same parameters', () => {
    expect(shape(en)).toEqual(shape(sv))
  })

  test('every rule has a name and a source, every explanation a sentence, and nothing more is there', () => {
    const wanted = [...catalogue.flatMap(({ name, source }) => [name, source]), ...explanations]
    const kept = Object.keys(sv).filter((key) => !/^check\.(?:class|outcome|severity)\./u.test(key))
    expect(kept.sort()).toEqual([...new Set(wanted)].sort())
  })

  test('every class, outcome and severity has a word', () => {
    const words = [
      ...new Set(
        catalogue.flatMap((rule) => [`check.class.${rule.class}`, `check.severity.${rule.severity}`]),
      ),
      ...['holds', 'rounding', 'finding'].map((outcome) => `check.outcome.${outcome}`),
    ]
    const kept = Object.keys(sv).filter((key) => /^check\.(?:class|outcome|severity)\./u.test(key))
    expect(kept.sort()).toEqual(words.sort())
  })

  test.each(languages)('every text is a sentence or a name of its own: %s', (_, texts) => {
    const sentences = Object.entries(texts).filter(([key]) => /^check\.explain\.|\.source$/u.test(key))
    expect(sentences.filter(([, text]) => !/[.?]$/u.test(text)).map(([key]) => key)).toEqual([])
    const names = Object.entries(texts).filter(([key]) => key.endsWith('.name'))
    expect(names.filter(([, text], at) => names.findIndex(([, other]) => other === text) !== at)).toEqual([])
  })

  test.each(languages)('every finding of the example can be said: %s', (locale, texts) => {
    const { say, faults } = speaker(locale, texts)
    const said = findingsOf(checkBook(exampleBook())).map(say)
    expect(faults).toEqual([])
    expect(said.filter((sentence) => sentence === '' || raw.test(sentence))).toEqual([])
  })

  test.each(languages)('every finding of any book can be said: %s', (locale, texts) => {
    fc.assert(
      fc.property(anyBook, (of) => {
        const { say, faults } = speaker(locale, texts)
        const said = findingsOf(checkBook(of)).map(say)
        expect(faults).toEqual([])
        expect(
          said.filter((sentence) => sentence === '' || /[{}]|undefined|NaN|\[object|check\./u.test(sentence)),
        ).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test.each<[string, string, string]>([
    [
      'adjustments.boardSum',
      'Skillnaden 2\u00a0037,0 är samma siffra som ”Mittenkoalitionens resultat” i Plan 2027 (Sammanställning av justeringar). Den verkar ha räknats med av misstag.',
      'The difference of 2\u00a0037,0 is the same figure as “Mittenkoalitionens resultat” in Plan 2027 (Sammanställning av justeringar). It seems to have been counted in by mistake.',
    ],
    [
      'appropriations.complete',
      'Revisorskollegiet har ett anslag men saknas i sammanställningen. Därför blir sammanställningens totalsumma för liten.',
      'Revisorskollegiet has an appropriation but is missing from the summary. That makes the summary’s total too small.',
    ],
    [
      'assignments.bodyHasMoney',
      'Akutsjukhusnämnden får 3 uppdrag men har inget anslag, inget resultatkrav och ingen rad i sammanställningen. Saknas raden, eller ska någon annan ha uppdragen?',
      'Akutsjukhusnämnden is given 3 assignments but has no appropriation, no result requirement and no row in the summary. Is the row missing, or should somebody else have the assignments?',
    ],
    [
      'ofWhich.part',
      '”varav anslag” är 532,0 större än ”Intäkter”, som den är en del av.',
      '“varav anslag” is 532,0 larger than “Intäkter”, which it is part of.',
    ],
  ])('%s tells what to look at', (rule, swedish, english) => {
    const [finding] = findingsOf(checkBook(exampleBook(), { rules: [rule] }))
    expect([speaker('sv', sv).say(finding!), speaker('en', en).say(finding!)]).toEqual([swedish, english])
  })
})
