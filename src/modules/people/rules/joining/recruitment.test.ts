import { expect, it } from 'vitest'
import { everyDay } from '../days.ts'
import { growthNeeded, journeyOf, middle, shareInTime, stepsOf } from './recruitment.ts'

const days = everyDay('2026-01-30', '2026-02-02')

it('days, over the end of a month', () => {
  expect(days).toEqual(['2026-01-30', '2026-01-31', '2026-02-01', '2026-02-02'])
  expect(everyDay('2026-02-02', '2026-02-01')).toEqual([])
})

it('adds up by day beside a target in even steps; a day without anybody is a nought', () => {
  const joined = new Map([
    ['2026-01-30', 2],
    ['2026-02-02', 3],
  ])
  expect(stepsOf(days, joined, 8, 'day')).toEqual([
    { period: '2026-01-30', joined: 2, total: 2, target: 2 },
    { period: '2026-01-31', joined: 0, total: 2, target: 4 },
    { period: '2026-02-01', joined: 0, total: 2, target: 6 },
    { period: '2026-02-02', joined: 3, total: 5, target: 8 },
  ])
  expect(stepsOf(days, joined, null, 'month')).toEqual([
    { period: '2026-01', joined: 2, total: 2, target: null },
    { period: '2026-02', joined: 3, total: 5, target: null },
  ])
})

it.each([
  [[], null],
  [[5], 5],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
])('the middle of %j', (values, found) => {
  expect(middle(values)).toBe(found)
})

it('days from application to approval to contact; who has not been met is not counted as met at once', () => {
  const day = 86_400_000
  const joined = [
    { day: '2026-01-02', appliedAt: 0, decidedAt: day, contactedAt: 3 * day },
    { day: '2026-01-04', appliedAt: 0, decidedAt: 3 * day, contactedAt: null },
  ]
  expect(journeyOf(joined)).toEqual({ toApproval: 2, toContact: 2 })
  expect(journeyOf([])).toEqual({ toApproval: null, toContact: null })
})

it.each([
  ['two weeks, fourteen missing', 86, 100, '2026-03-15', { missing: 14, perWeek: 7 }],
  ['already there', 120, 100, '2026-03-15', { missing: 0, perWeek: 0 }],
  ['the day has been', 86, 100, '2026-03-01', null],
  ['no target', 86, null, '2026-03-15', null],
])('growth: %s', (_, members, target, targetDay, needed) => {
  expect(growthNeeded(members, target, targetDay, '2026-03-01')).toEqual(needed)
})

it.each([
  ['met on the last day', { contactedOn: '2026-01-08', closed: false }, 1],
  ['met the day after', { contactedOn: '2026-01-09', closed: false }, 0],
  ['not met, and it is too late', { contactedOn: null, closed: false }, 0],
  ['wanted no contact', { contactedOn: null, closed: true }, null],
])('share in time: %s', (_, welcome, share) => {
  expect(shareInTime([{ madeOn: '2026-01-01', dueOn: '2026-01-08', ...welcome }], '2026-01-20')).toBe(share)
})

it('does not judge what still has time', () => {
  const waiting = { madeOn: '2026-01-01', dueOn: '2026-01-08', contactedOn: null, closed: false }
  expect(shareInTime([waiting], '2026-01-08')).toBeNull()
})
