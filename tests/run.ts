/**
 * `npm test`: everything that is known to hold, tried on this machine. `npm test -- <words>` builds, and runs
 * only the tests whose path has one of these words in it. Ends with the plain line `N passed, N failed`.
 */
import { runChecks } from './run/checks.ts'
import { neededPrograms } from './run/needed-programs.ts'
import { nothing, together, verdict } from './run/tally.ts'
import { runTests } from './run/tests.ts'

const projects = ['rules', 'embedded', 'postgres', 'system', 'browser']
/** Those that start the server as it is built. */
const ofTheBuild = new Set(['browser'])

const asked = process.argv.slice(2)
const missing = await neededPrograms()
const checks = await runChecks(asked.length === 0)
const leftOut = new Set([
  ...missing.flatMap((program) => program.projects),
  ...(checks.built ? [] : ofTheBuild),
])
const tests = await runTests(
  projects.filter((project) => !leftOut.has(project)),
  asked,
)
const unable = { ...nothing, failed: missing.length }
const { line, exitCode } = verdict(together([checks.tally, tests, unable]))
process.stdout.write(`\n${line}\n`)
process.exitCode = exitCode
