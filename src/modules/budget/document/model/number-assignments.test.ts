import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleStoredBook, testId } from '../testing/example-stored-book.ts'
import type { StoredAssignment } from '../../store/stored-book.ts'
import { bodiesOf } from './bodies.ts'
import { numberAssignments } from './number-assignments.ts'

const book = exampleStoredBook()
const template = book.versions[0]!.assignments[0]!

const assignment = (number: number, ...responsible: string[]): StoredAssignment => ({
  ...template,
  id: testId(4, number),
  responsible,
})
const labels = (assignments: readonly StoredAssignment[]) =>
  numberAssignments(assignments, bodiesOf(book)).map(({ label }) => label)

describe('numbers of assignments', () => {
  it('go up by themselves under the first body that answers for each', () => {
    const given = [
      assignment(1, 'Trafiknämnden'),
      assignment(2, 'Kulturnämnden'),
      assignment(3, 'Trafiknämnden', 'Kulturnämnden'),
      assignment(4, 'Kulturnämnden', 'Trafiknämnden'),
      assignment(5, 'Nya bolaget AB'),
    ]
    expect(labels(given)).toEqual([
      'Trafiknämnden 1',
      'Kulturnämnden 1',
      'Trafiknämnden 2',
      'Kulturnämnden 2',
      'Nya bolaget AB 1',
    ])
  })

  it('know a body however it is written, and count one that is named twice once', () => {
    const given = [assignment(1, 'Trafiknämnden'), assignment(2, 'trafiknämnden', 'Trafiknämnden')]
    const numbered = numberAssignments(given, bodiesOf(book))
    expect(numbered.map(({ label }) => label)).toEqual(['Trafiknämnden 1', 'Trafiknämnden 2'])
    expect(numbered[1]?.responsible).toHaveLength(1)
  })

  it('are not moved by what another body is told', () => {
    const bodies = ['Trafiknämnden', 'Kulturnämnden', 'Regionstyrelsen'] as const
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...bodies), { maxLength: 30 }), (order) => {
        const given = order.map((body, at) => assignment(at, body))
        const all = labels(given)
        for (const body of bodies) {
          const own = given.filter((each) => each.responsible[0] === body)
          expect(all.filter((label) => label.startsWith(body))).toEqual(labels(own))
        }
      }),
    )
  })

  it('number all of the example, each once', () => {
    const all = labels(book.versions[0]!.assignments)
    expect(all).toHaveLength(119)
    expect(new Set(all).size).toBe(119)
  })
})
