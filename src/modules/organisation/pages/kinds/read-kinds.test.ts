import { expect, it } from 'vitest'
import { readKinds } from './read-kinds.ts'

const form = (fields: Record<string, string>) => {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.set(name, value)
  return made
}

it('reads the rows in their order, and gives a new one a key of its own', () => {
  expect(
    readKinds(
      form({
        'body-count': '4',
        'body-0-key': 'board',
        'body-0-singular': 'Styrelse',
        'body-0-plural': 'Styrelser',
        'body-0-place': '2',
        'body-1-key': 'network',
        'body-1-singular': 'Nätverk',
        'body-1-plural': '',
        'body-1-place': '1',
        'body-1-marked': 'on',
        'body-2-singular': 'Gröna gruppen',
        'body-2-place': '',
        'body-3-singular': '  ',
      }),
      'body',
    ),
  ).toEqual([
    { key: 'network', singular: 'Nätverk', plural: 'Nätverk', marked: true },
    { key: 'board', singular: 'Styrelse', plural: 'Styrelser', marked: false },
    { key: 'gronaGruppen', singular: 'Gröna gruppen', plural: 'Gröna gruppen', marked: false },
  ])
})

it.each([
  ['Board', 'board-2'],
  ['7:e gruppen', 'own7EGruppen'],
  ['小组', 'own'],
])('the key of a new %s', (word, key) => {
  const fields = { 'a-count': '2', 'a-0-key': 'board', 'a-0-singular': 'Styrelse', 'a-1-singular': word }
  expect(readKinds(form(fields), 'a')[1]!.key).toBe(key)
})
