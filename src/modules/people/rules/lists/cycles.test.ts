import { describe, expect, it } from 'vitest'
import { chainFault } from './cycles.ts'

const chain: Record<string, string[]> = {
  a: ['b', 'c'],
  b: ['c'],
  c: [],
  itself: ['itself'],
  l1: ['l2'],
  l2: ['l3'],
  l3: ['l4'],
  l4: ['l5'],
  l5: ['l6'],
  l6: ['l7'],
  l7: [],
}
const on = (id: string) => chain[id] ?? []

describe('lists that build on lists', () => {
  it.each([
    ['a new one on two', null, ['a', 'b'], null],
    ['one on itself', 'a', ['a'], 'list.cycle'],
    ['one that leads back by another', 'c', ['a'], 'list.cycle'],
    ['one on those below it', 'a', ['b'], null],
    ['a chain of six', null, ['l2'], null],
    ['a chain of seven', null, ['l1'], 'list.chain'],
    ['one that was a circle before', null, ['itself'], 'list.chain'],
  ] as const)('%s', (_, id, first, fault) => {
    expect(chainFault(id, first, on)).toBe(fault)
  })
})
