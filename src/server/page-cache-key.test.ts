import { expect, it } from 'vitest'
import { pageCacheKey } from './page-cache-key.ts'

const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  pageCacheKey({ method, url, headers })

it.each([
  ['an office page', ask('/budget/x')],
  ['a form', ask('/public/x', {}, 'POST')],
  ['another word that begins alike', ask('/publicity')],
])('is null for %s', (_, key) => {
  expect(key).toBeNull()
})

it('is another for another path, language or theme', () => {
  const keys = [
    ask('/public/a'),
    ask('/public/b'),
    ask('/public/a', { 'accept-language': 'en' }),
    ask('/public/a', { cookie: 'theme=dark' }),
  ]
  expect(new Set(keys).size).toBe(keys.length)
})

it('is the same for whoever asks, whatever hangs on the address', () => {
  const key = ask('/public/a')
  expect(ask('/public/a?utm=x')).toBe(key)
  expect(ask('/public/a', { cookie: 'organisation=b; session=c' })).toBe(key)
  expect(ask('/public/a', { cookie: 'theme=anything' })).toBe(key)
  expect(ask('/public/a', {}, 'HEAD')).toBe(key)
})
