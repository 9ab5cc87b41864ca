import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder of the checkout. The same code runs from `src/` (command line, tests) and from `build/server/`
 * (the web server), so the root is found by looking upward for our own package.json.
 */
export const projectRoot = findRoot(import.meta.dirname)

function findRoot(from: string): string {
  const manifest = join(from, 'package.json')
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'kansli') return from
  const parent = dirname(from)
  if (parent === from) throw new Error('The Kansli checkout was not found above this file.')
  return findRoot(parent)
}
