import { describe, expect, it } from 'vitest'
import type { ListQuery } from '../../rules/lists/query.ts'
import { changeDraft, draftOf, queryOf, readDraft, type FieldKinds } from './draft.ts'

const fields: FieldKinds = new Map([
  [
    'age',
    new Map([
      ['from', 'number'],
      ['to', 'number'],
    ]),
  ],
  [
    'membership',
    new Map([
      ['standing', 'choices'],
      ['below', 'yesNo'],
      ['unitId', 'unit'],
    ]),
  ],
])
const age = (from: number) => ({ kind: 'filter' as const, filter: 'age', input: { from } })
const query: ListQuery = {
  where: {
    kind: 'and',
    steps: [
      { kind: 'filter', filter: 'membership', input: { standing: ['active', 'lapsed'], below: true } },
      { kind: 'not', step: { kind: 'or', steps: [age(18), { kind: 'not', step: age(65) }] } },
    ],
  },
  sample: null,
}

describe('the form of a query', () => {
  it('reads back what it shows', () => {
    expect(queryOf(draftOf(query), fields)).toEqual(query.where)
  })

  it('is read from its fields in whatever order they come', () => {
    const form: [string, string][] = [
      ['s.1.0:from', '18'],
      ['s.1.0', 'age'],
      ['s.0:standing', 'active'],
      ['s.0:standing', 'lapsed'],
      ['s.0:below', 'on'],
      ['s.1.1!not', 'on'],
      ['s.1.1', 'age'],
      ['s.1.1:from', '65'],
      ['s.1!not', 'on'],
      ['s.1', 'or'],
      ['s', 'and'],
      ['s.0', 'membership'],
      ['name', 'Unga'],
    ]
    expect(queryOf(readDraft(form), fields)).toEqual(query.where)
  })

  it('reads the eleventh step after the second', () => {
    const form = Array.from({ length: 12 }, (_, index): [string, string] => [`s.${index}`, `kind${index}`])
    expect(readDraft(form.toReversed()).steps.map(({ kind }) => kind)).toEqual(form.map(([, kind]) => kind))
  })

  it.each([
    [
      'a step in a step that is no group',
      [
        ['s.0', 'age'],
        ['s.0.0', 'age'],
      ],
    ],
    [
      'a step in a group that is not there',
      [
        ['s.0', 'age'],
        ['s.4.0', 'age'],
      ],
    ],
    [
      'a name that is none',
      [
        ['s.0', 'age'],
        ['s.x', 'age'],
        ['s.', 'age'],
        ['s.0;drop', 'x'],
      ],
    ],
  ] as [string, [string, string][]][])('leaves out %s', (_, form) => {
    expect(readDraft(form)).toMatchObject({ steps: [{ kind: 'age', steps: [] }] })
  })

  it('keeps what is no number, so that it can be answered', () => {
    const draft = readDraft([
      ['s.0', 'age'],
      ['s.0:from', 'arton'],
    ])
    expect(queryOf(draft, fields).steps).toEqual([
      { kind: 'filter', filter: 'age', input: { from: 'arton' } },
    ])
  })

  it.each([
    ['add:', ['membership', 'or', 'age']],
    ['remove:0', ['or']],
    ['down:0', ['or', 'membership']],
    ['up:1', ['or', 'membership']],
    ['up:0', ['membership', 'or']],
    ['down:9', ['membership', 'or']],
    ['remove:7.7', ['membership', 'or']],
    ['anything', ['membership', 'or']],
  ])('%s', (asked, kinds) => {
    expect(changeDraft(draftOf(query), asked, 'age').steps.map(({ kind }) => kind)).toEqual(kinds)
  })

  it('adds into a group', () => {
    const draft = changeDraft(draftOf(query), 'add:1', 'tag')
    expect(draft.steps[1]!.steps.map(({ kind }) => kind)).toEqual(['age', 'age', 'tag'])
  })
})
