import { describe, expect, it } from 'vitest'
import type { FilterStep, ListQuery, QueryStep } from '../../rules/lists/query.ts'
import { sayQuery } from './say-query.ts'

const filter = (name: string, input: Record<string, unknown>): FilterStep => ({
  kind: 'filter',
  filter: name,
  input,
})
const [unit, tag] = ['0a000000-0000-7000-8000-000000000001', '0e000000-0000-7000-8000-000000000001']
const names = new Map([
  [unit, 'Norra kretsen'],
  [tag, 'Ringare'],
  ['newsletter sv', 'Jag vill ha nyhetsbrevet'],
  ['newsletter en', 'I want the newsletter'],
])
const active = filter('membership', { standing: ['active'], unitId: unit })
const young = filter('age', { from: 18, to: 29 })
const tagged = filter('tag', { tagId: tag })
const asked = (...steps: QueryStep[]): ListQuery => ({ where: { kind: 'and', steps }, sample: null })

describe('a query in words', () => {
  it.each([
    [asked(), 'Alla personer du ser.', 'Everybody you see.'],
    [
      asked(active, young, tagged),
      'Alla som är aktiva medlemmar i Norra kretsen eller under, är 18–29 år och har etiketten Ringare.',
      'Everybody who is an active member in Norra kretsen or below, is 18–29 years old and has the tag Ringare.',
    ],
    [
      asked(active, { kind: 'or', steps: [young, { kind: 'not', step: tagged }] }),
      'Alla som är aktiva medlemmar i Norra kretsen eller under och (är 18–29 år eller inte har etiketten Ringare).',
      'Everybody who is an active member in Norra kretsen or below and (is 18–29 years old or does not have the tag Ringare).',
    ],
    [
      asked({ kind: 'not', step: { kind: 'or', steps: [young, tagged] } }),
      'Alla som inte uppfyller detta: (är 18–29 år eller har etiketten Ringare).',
      'Everybody who does not meet this: (is 18–29 years old or has the tag Ringare).',
    ],
    [
      asked(filter('membership', { standing: ['left', 'excluded'], endedFrom: '2026-01-01' })),
      'Alla som var utträdda eller uteslutna, avslutat tidigast 2026-01-01.',
      'Everybody who was someone who has left or excluded, ended 2026-01-01 at the earliest.',
    ],
    [
      asked({ kind: 'not', step: filter('contact', { way: 'email' }) }),
      'Alla som saknar e-post.',
      'Everybody who has no e-mail address.',
    ],
    [
      { ...asked(young), sample: { by: 'number', size: 50, seed: 'x' } },
      'Alla som är 18–29 år, dragna med lott: högst 50 personer.',
      'Everybody who is 18–29 years old, drawn by lot: at most 50 people.',
    ],
    [
      asked(
        filter('language', { speaks: 'fi' }),
        filter('consent', { purpose: 'newsletter', channel: 'email' }),
      ),
      'Alla som talar finska och har samtyckt till ”Jag vill ha nyhetsbrevet” genom e-post.',
      'Everybody who speaks Finnish and has agreed to “I want the newsletter” by e-mail.',
    ],
    [
      asked(filter('consent', { purpose: 'unheardOf' })),
      'Alla som har samtyckt till unheardOf.',
      'Everybody who has agreed to unheardOf.',
    ],
    [
      asked(filter('age', { from: 'x' })),
      'Alla som (ett steg som inte är ifyllt).',
      'Everybody who (a step that is not filled in).',
    ],
  ] as [ListQuery, string, string][])('%#', (query, swedish, english) => {
    expect([sayQuery(query, names, 'sv'), sayQuery(query, names, 'en')]).toEqual([swedish, english])
  })
})
