import { describe, expect, it } from 'vitest'
import { personsIn } from './persons-in.ts'

describe('the persons an answer shows', () => {
  it.each([
    ['nobody', { count: 3, persons: [] }, []],
    ['those in a list, each once', [{ personId: 'a' }, { personId: 'b' }, { personId: 'a' }], ['a', 'b']],
    ['those deep in it', { groups: [{ holders: [{ term: { personId: 'a' } }] }] }, ['a']],
    ['nobody where nobody holds it', { personId: null, at: new Date(0) }, []],
    ['both that were put together', { keptPersonId: 'a', otherPersonId: 'b' }, ['a', 'b']],
  ])('%s', (_, answer, ids) => expect(personsIn(answer)).toEqual(ids))
})
