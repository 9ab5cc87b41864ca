import { expect, it } from 'vitest'
import { orderWritten } from './order-written.ts'

it.each([
  ['1 2 3', 'abc'],
  ['2 1 3', 'bac'],
  ['1 2 1', 'cab'],
  ['3 2 3', 'bca'],
  ['2 2 3', 'bac'],
  [' 2 0', 'cab'],
  ['1 x 3', 'abc'],
])('places %j give the order %s', (places, order) => {
  const form = new FormData()
  for (const [index, place] of places.split(' ').entries()) form.set(`place-${'abc'[index]}`, place)
  form.set('from', '2026-01-01')
  expect(orderWritten(form).join('')).toBe(order)
})
