import { join } from 'node:path'
import { projectRoot } from '../../src/platform/root.ts'
import { step } from '../../src/server/steps.ts'
import { runProgram } from './run-program.ts'
import { nothing, together, type Tally } from './tally.ts'

/** Something that is seen without running a test: what it does, the program and what it is given. */
type Check = { label: string; command: readonly string[] }

const installed = (file: string) => join(projectRoot, 'node_modules', file)

const format: Check = {
  label: 'Checking the format',
  command: [installed('oxfmt/bin/oxfmt'), '--check', '.'],
}
const lint: Check = {
  label: 'Linting',
  command: [installed('oxlint/bin/oxlint'), '--quiet', '--type-aware'],
}
const routeTypes: Check = {
  label: "Writing down the pages' types",
  command: [installed('@react-router/dev/bin.cjs'), 'typegen'],
}
const types: Check = { label: 'Checking the types', command: [installed('typescript/bin/tsc'), '--noEmit'] }
const pages: Check = { label: 'Building', command: [join(projectRoot, 'bootstrap/run.mjs'), 'build'] }

/**
 * Format, lint, types and the build, two at a time: each counts as one test. Says what is wrong as it is found.
 * @param whole false only builds
 */
export async function runChecks(whole: boolean): Promise<{ tally: Tally; built: boolean }> {
  const [build, sources] = await Promise.all([passes(pages), whole ? readSources() : nothing])
  return { tally: together([build, sources]), built: build.failed === 0 }
}

async function readSources(): Promise<Tally> {
  const formatted = await passes(format)
  // The types of the pages are made from their routes: without them nothing can be said about the rest.
  const known = await passes(routeTypes)
  if (known.failed > 0) return together([formatted, known])
  return together([formatted, await passes(lint), await passes(types)])
}

async function passes({ label, command }: Check): Promise<Tally> {
  const { code, output } = await step(label, () => runProgram(process.execPath, command))
  if (code === 0) return { ...nothing, passed: 1 }
  process.stderr.write(`${label} failed:\n${output.trim()}\n`)
  return { ...nothing, failed: 1 }
}
