import { expect, it } from 'vitest'
import { scriptBytes } from './script-bytes.ts'

it.each([
  ['a page of text', '<!doctype html><title>Budget</title><p>On the script=on page</p>', 0],
  ['a script inside', '<script>go()</script>', 4],
  ['a script of data', '<script type="application/json">{}</script>', 2],
  ['a file', '<script src="/a.js"></script>', 1],
  ['a file loaded ahead', '<link rel="modulepreload" href="/a.js"/>', 1],
  ['a style is no script', '<link rel="stylesheet" href="/a.css"/>', 0],
  ['a handler', '<button onclick="go()">Go</button>', 1],
])('%s', (_, html, bytes) => {
  expect(scriptBytes(html)).toBe(bytes)
})
