import { expect, it } from 'vitest'
import { dayAsked, onDay, todayAgain } from './as-of.ts'

it.each([
  ['', null],
  ['?on=2024-06-01', '2024-06-01'],
  ['?asOf=2024-06-01', '2024-06-01'],
  ['?on=2024-02-30', null],
  ['?on=', null],
  ['?on=2024-6-1', null],
  ['?on=0000-00-00', null],
  ['?on=yesterday', null],
])('the day asked by %j is %j', (search, day) => {
  expect(dayAsked({ url: `https://example.org/organisation${search}` })).toBe(day)
})

it.each([
  ['/organisation', null, '/organisation'],
  ['/organisation', '2024-06-01', '/organisation?on=2024-06-01'],
  ['/organisation?words=norr', '2024-06-01', '/organisation?words=norr&on=2024-06-01'],
  ['/organisation#below', '2024-06-01', '/organisation?on=2024-06-01#below'],
])('%s on %s', (address, day, expected) => {
  expect(onDay(address, day)).toBe(expected)
})

it.each([
  ['?on=2024-06-01', '/organisation'],
  ['?words=norr&on=2024-06-01', '/organisation?words=norr'],
  ['?unit=1&asOf=2024-06-01&after=x', '/organisation?unit=1'],
])('today again from %s', (search, expected) => {
  expect(todayAgain('/organisation', search)).toBe(expected)
})
