import { expect, it } from 'vitest'
import { atLeast, atMost, below, measured } from './measurement.ts'

it.each([
  ['a median below the limit', [1, 2, 90], below(3), true],
  ['a median at the limit', [3, 3, 3], below(3), false],
  ['a p95 above it, though the median is not', [1, 1, 9], below(3, 'p95'), false],
  ['as many as asked for', [1000], atLeast(1000), true],
  ['fewer', [999.9], atLeast(1000), false],
  ['none where none may be', [0], atMost(0), true],
  ['one where none may be', [1], atMost(0), false],
  ['nothing asked for', [5], null, null],
])('%s', (_, samples, target, holds) => {
  expect(measured('a figure', 'ms', samples, target).holds).toBe(holds)
})

it('has no p95 of a single sample', () => {
  expect(measured('a figure', 'MB', [7])).toMatchObject({ median: 7, p95: null, samples: 1 })
})
