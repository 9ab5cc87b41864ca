import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { markdown, type Result } from './report.ts'

const folder = join(import.meta.dirname, 'results')

/** Saves each result in a file of its own, and the newest of all measures on one page, in the given order. */
export function saveResults(results: readonly Result[], order: readonly string[]): void {
  mkdirSync(folder, { recursive: true })
  for (const result of results) {
    writeFileSync(join(folder, `${result.name}.json`), `${JSON.stringify(result, null, 2)}\n`)
  }
  const saved = readdirSync(folder)
    .filter((file) => file.endsWith('.json') && order.includes(file.slice(0, -'.json'.length)))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Result)
    .toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
  writeFileSync(join(folder, 'latest.md'), markdown(saved))
}
