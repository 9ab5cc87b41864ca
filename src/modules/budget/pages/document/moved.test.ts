import { describe, expect, it } from 'vitest'
import { readAssignment } from './assignment-form.ts'
import { moved } from './moved.ts'

describe('moving past a neighbour', () => {
  it.each([
    ['up:b', ['b', 'a']],
    ['down:b', ['c', 'b']],
    ['up:a', null],
    ['down:c', null],
    ['up:x', null],
    ['sideways:b', null],
    ['', null],
  ] as const)('%s', (asked, order) => {
    expect(moved(['a', 'b', 'c'], asked)).toEqual(order)
  })
})

const form = (fields: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return readAssignment(data)
}

describe('the form about an assignment', () => {
  it('puts the one who is written before the one who is chosen, and nobody twice', () => {
    const read = form([
      ['first', 'Trafiknämnden'],
      ['firstOther', ' Nya bolaget AB '],
      ['also', 'Kulturnämnden'],
      ['also', 'Nya bolaget AB'],
      ['alsoMore', 'Locum AB\r\n\r\nKulturnämnden'],
      ['consultedMore', ''],
    ])
    expect(read.responsible).toEqual(['Nya bolaget AB', 'Kulturnämnden', 'Locum AB'])
    expect(read.consulted).toEqual([])
  })

  it('reads no year as none, and a year as a number', () => {
    expect(form([['dueYear', '']]).dueYear).toBeNull()
    expect(form([['dueYear', '2027']]).dueYear).toBe(2027)
  })
})
