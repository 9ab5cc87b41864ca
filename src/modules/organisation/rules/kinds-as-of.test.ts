import { expect, it } from 'vitest'
import { kindChange, kindsOn, kindWordsOn, type KindRecord } from './kinds-as-of.ts'

const record = (key: string, singular: string, more: Partial<KindRecord> = {}): KindRecord => ({
  id: `${key} ${singular}`,
  key,
  singular,
  plural: singular,
  marked: false,
  position: 0,
  validFrom: '2020-01-01',
  validTo: null,
  ...more,
})
const records = [
  record('district', 'Distrikt'),
  record('association', 'Klubb', { position: 1, validTo: '2023-12-31' }),
  record('association', 'Förening', { position: 1, validFrom: '2024-01-01' }),
  record('circle', 'Krets', { position: 2, validFrom: '2025-01-01' }),
  record('club', 'Sällskap', { position: 3, validTo: '2022-12-31' }),
]

const names = (found: readonly { singular: string }[]) => found.map(({ singular }) => singular)

it.each([
  ['2019-12-31', [], ['Distrikt', 'Klubb', 'Krets', 'Sällskap']],
  ['2022-06-01', ['Distrikt', 'Klubb', 'Sällskap'], ['Distrikt', 'Klubb', 'Sällskap', 'Krets']],
  ['2023-12-31', ['Distrikt', 'Klubb'], ['Distrikt', 'Klubb', 'Krets']],
  ['2024-01-01', ['Distrikt', 'Förening'], ['Distrikt', 'Förening', 'Krets']],
  ['2026-01-01', ['Distrikt', 'Förening', 'Krets'], ['Distrikt', 'Förening', 'Krets']],
])('on %s there were %j, and the words are %j', (day, kinds, words) => {
  expect([names(kindsOn(records, day)), names(kindWordsOn(records, day))]).toEqual([kinds, words])
})

const kind = (key: string, singular: string) => ({ key, singular, plural: singular, marked: false })
const open = [
  record('district', 'Distrikt'),
  record('circle', 'Krets', { position: 1, validFrom: '2026-02-01' }),
]

it.each([
  ['the same', [kind('district', 'Distrikt'), kind('circle', 'Krets')], [], [], []],
  [
    'another word',
    [kind('district', 'Region'), kind('circle', 'Krets')],
    ['district Distrikt'],
    [],
    ['Region 0'],
  ],
  [
    'another word the same day',
    [kind('district', 'Distrikt'), kind('circle', 'Ring')],
    [],
    ['circle Krets'],
    ['Ring 1'],
  ],
  [
    'one more',
    [kind('district', 'Distrikt'), kind('circle', 'Krets'), kind('club', 'Klubb')],
    [],
    [],
    ['Klubb 2'],
  ],
  ['one less', [kind('circle', 'Krets')], ['district Distrikt'], ['circle Krets'], ['Krets 0']],
])('%s', (_, wanted, ends, replaces, adds) => {
  const change = kindChange(open, wanted, '2026-02-01')
  expect({ ...change, adds: change.adds.map((each) => `${each.singular} ${each.position}`) }).toEqual({
    ends,
    replaces,
    adds,
  })
})
