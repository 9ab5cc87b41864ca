/** `npm run bench` measures everything, `npm run bench -- check workbench` only what is named. */
import { openOffice, type BenchOffice } from './bench-office.ts'
import { check } from './check/check.ts'
import { duplicates } from './duplicates/duplicates.ts'
import { document } from './document/document.ts'
import { imports } from './imports/imports.ts'
import { lists } from './lists/lists.ts'
import { joining } from './joining/joining.ts'
import { loadOfOthers, thisMachine } from './machine.ts'
import type { Bench, Measure } from './measure.ts'
import { person } from './person/person.ts'
import { publicPage } from './public/public-page.ts'
import { busy, terminalTable, type Result } from './report.ts'
import { saveResults } from './save.ts'
import { spreadsheet } from './spreadsheet/spreadsheet.ts'
import { start } from './start/start.ts'
import { workbench } from './workbench/workbench.ts'

/** In the order they are run: what must be alone on the machine first, what loads it last. */
const measures: readonly Measure[] = [
  check,
  spreadsheet,
  duplicates,
  imports,
  lists,
  person,
  document,
  start,
  workbench,
  publicPage,
  joining,
]

const [machine, loadBefore] = [thisMachine(), loadOfOthers()]
const names = process.argv.slice(2)
const unknown = names.filter((name) => !measures.some((measure) => measure.name === name))
if (unknown.length > 0) {
  const known = measures.map(({ name }) => name).join(', ')
  process.stderr.write(`There is no measure "${unknown.join('", "')}". There are: ${known}.\n`)
  process.exit(2)
}
const chosen = names.length === 0 ? measures : measures.filter(({ name }) => names.includes(name))
process.exitCode = (await runAll()) ? 0 : 1

/** @returns whether everything could be measured and every target holds */
async function runAll(): Promise<boolean> {
  const results: Result[] = []
  const failed: string[] = []
  let office: Promise<BenchOffice> | null = null
  const bench: Bench = {
    office: () => (office ??= openOffice(bench.progress)),
    progress: (line) => void process.stderr.write(`  ${line}\n`),
  }
  try {
    for (const { name, title, run } of chosen) {
      process.stderr.write(`${title} …\n`)
      try {
        const found = await run(bench)
        const date = new Date().toISOString()
        results.push({ name, title, date, machine, load: loadBefore, ...found })
      } catch (error) {
        failed.push(name)
        process.stderr.write(`${String((error as Error).stack)}\n`)
      }
    }
  } finally {
    // What could not be started has nothing to stop.
    await (office as Promise<BenchOffice> | null)?.then(
      (running) => running.close(),
      () => undefined,
    )
  }
  saveResults(
    results,
    measures.map(({ name }) => name),
  )
  process.stdout.write(`\n${terminalTable(results)}\n`)
  for (const { title, notes } of results) {
    if (notes.length > 0) process.stdout.write(`\n${title}\n${notes.map((note) => `  ${note}\n`).join('')}`)
  }
  const missed = results.flatMap(({ measurements }) => measurements.filter(({ holds }) => holds === false))
  process.stdout.write(
    `\n${missed.length} missed, ${failed.length} could not be measured${failed.length > 0 ? ` (${failed.join(', ')})` : ''}.${busy(loadBefore, machine)}\n`,
  )
  return missed.length + failed.length === 0
}
