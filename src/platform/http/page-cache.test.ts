import { expect, it } from 'vitest'
import { PageCache } from './page-cache.ts'

const page = (text: string, headers: Record<string, string> = { 'x-page-cache': 'edition' }) =>
  new Response(text, { headers })

it('keeps a page that says it may be kept, and marks it', async () => {
  const cache = new PageCache()
  const kept = await cache.keep('a', page('Nämnder'), cache.clearings)
  expect(await kept.text()).toBe('Nämnder')
  expect(kept.headers.get('etag')).toMatch(/^".+"$/)
  expect(kept.headers.has('x-page-cache')).toBe(false)
  expect(cache.size.pages).toBe(1)
})

it.each([
  ['says nothing of being kept', new Response('x')],
  ['is not there', new Response('x', { status: 404, headers: { 'x-page-cache': 'edition' } })],
])('does not keep a page that %s', async (_, response) => {
  const cache = new PageCache()
  await cache.keep('a', response, cache.clearings)
  expect(cache.size.pages).toBe(0)
})

it('does not keep what was begun before everything was forgotten', async () => {
  const cache = new PageCache()
  const begun = cache.clearings
  cache.clear()
  const given = await cache.keep('a', page('withdrawn since'), begun)
  expect(await given.text()).toBe('withdrawn since')
  expect(cache.size).toEqual({ pages: 0, bytes: 0 })
})

it('counts a page once, however often it is kept', async () => {
  const cache = new PageCache()
  await cache.keep('a', page('Nämnder'), cache.clearings)
  const { bytes } = cache.size
  await cache.keep('a', page('Nämnder'), cache.clearings)
  expect(cache.size).toEqual({ pages: 1, bytes })
})

it('lets the oldest go when it is full', async () => {
  const cache = new PageCache(3000)
  for (let number = 0; number < 10; number++)
    await cache.keep(String(number), page(`${number}`.repeat(1000)), cache.clearings)
  expect(cache.size.bytes).toBeLessThanOrEqual(3000)
  expect(cache.size.pages).toBeGreaterThan(0)
})
