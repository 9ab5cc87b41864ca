import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { takeDataFolder } from './data-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'kansli-folder-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('makes the folder and those above it, for this user alone', () => {
  const deep = join(folder, 'one', 'two')
  const taken = takeDataFolder(deep, true)
  expect(statSync(deep).mode & 0o777).toBe(0o700)
  taken.release()
})

it('is taken by one server at a time, and tells the next one where the first answers', () => {
  const data = join(folder, 'data')
  const first = takeDataFolder(data, true)
  expect(() => takeDataFolder(data, true)).toThrow(/is just starting on the data/)
  first.tell('http://localhost:3000')
  expect(() => takeDataFolder(data, true)).toThrow(
    `Kansli already runs on this data, at http://localhost:3000 (process ${process.pid}). Nothing was changed.`,
  )
  first.release()
  expect(existsSync(join(data, 'server.json'))).toBe(false)
  takeDataFolder(data, true).release()
})

it('may be shared by servers with a database elsewhere', () => {
  const data = join(folder, 'shared')
  const both = [takeDataFolder(data, false), takeDataFolder(data, false)]
  for (const each of both) each.release()
  expect(existsSync(data)).toBe(true)
})

it.each([
  ['a file', join(folder, 'file'), /a file stands in its way/],
  ['below a file', join(folder, 'file', 'data'), /a file stands in its way/],
  ['where there can be no folders', '/proc/kansli', /\/proc\/kansli/],
])('says why it cannot be %s', (_, place, why) => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => takeDataFolder(place, true)).toThrow(why)
})
