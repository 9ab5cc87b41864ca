import { existsSync } from 'node:fs'
import { step } from '../../src/server/steps.ts'
import { findChromium } from '../support/chromium-program.ts'
import { findPostgres } from '../support/postgres-programs.ts'
import { runProgram } from './run-program.ts'

/** A program of the system's that some of the tests cannot do without. */
export type NeededProgram = {
  name: string
  /** Debian's package. */
  package: string
  /** The projects of vitest.config.ts that use it. */
  projects: readonly string[]
  isThere(): boolean
}

const programs: readonly NeededProgram[] = [
  {
    name: 'a PostgreSQL server',
    package: 'postgresql',
    projects: ['postgres', 'system'],
    isThere: () => Boolean(process.env.KANSLI_TEST_DATABASE_URL) || findPostgres() !== null,
  },
  {
    name: 'Chromium',
    package: 'chromium',
    projects: ['browser'],
    isThere: () => findChromium() !== null,
  },
]

/**
 * Makes sure of the programs that the tests need: installs those that are missing where that may be done without
 * asking (root on Debian), else says in one line how.
 * @returns those that are still missing
 */
export async function neededPrograms(): Promise<NeededProgram[]> {
  const missing = programs.filter((program) => !program.isThere())
  if (missing.length === 0) return []
  const packages = missing.map((program) => program.package)
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    await step(`Installing ${packages.join(' and ')} from Debian's packages`, () => install(packages))
  }
  const still = missing.filter((program) => !program.isThere())
  for (const line of howToInstall(still)) process.stderr.write(`${line}\n`)
  return still
}

/** One line a program: what is missing, what is left out, and what to do. */
export function howToInstall(
  missing: readonly Pick<NeededProgram, 'name' | 'package' | 'projects'>[],
): string[] {
  return missing.map(
    ({ name, package: from, projects }) =>
      `The tests need ${name} (those of ${projects.join(' and ')} are left out, which is a failure). ` +
      `On Debian: sudo apt-get install ${from}`,
  )
}

async function install(packages: readonly string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // A machine that has never asked knows of no packages yet.
  await runProgram('apt-get', ['update', '--quiet'], env)
  const wanted = ['install', '--yes', '--quiet', '--no-install-recommends', ...packages]
  const { code, output } = await runProgram('apt-get', wanted, env)
  if (code !== 0) process.stderr.write(`${output.trim().split('\n').slice(-5).join('\n')}\n`)
}
