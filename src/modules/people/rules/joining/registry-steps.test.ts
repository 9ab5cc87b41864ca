import { expect, it } from 'vitest'
import { registrySteps } from './registry-steps.ts'

const times = (count: number, together: number) => Array.from({ length: count }, () => together)

it.each([
  ['nobody joined', [], 0, 0, 0, null],
  ['one by one', times(3, 1), 0, 0, 3, 1],
  ['ten in one stroke', times(10, 10), 0, 0, 1, 0.1],
  ['four of ten of them here', times(4, 10), 0, 0, 0.4, 0.1],
  ['written in by hand', [], 2, 0, 0, 1],
  ['put right afterwards', times(10, 10), 0, 5, 1, 0.6],
  ['all of it', [...times(2, 1), ...times(8, 8)], 2, 3, 3, 0.67],
])('%s', (_, approvedTogether, byHand, corrections, approvals, perJoin) => {
  expect(registrySteps({ approvedTogether, byHand, corrections })).toEqual({
    joined: approvedTogether.length + byHand,
    approvals,
    perJoin,
  })
})
