import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/root.ts'
import { countedProjects, countFile } from './count-tests.ts'
import type { Tally } from './tally.ts'

/**
 * Runs these projects of vitest.config.ts, with a line for each file of tests, and whole what fails.
 * @param asked what else was written behind `npm test --`: names of files, or vitest's own options
 */
export async function runTests(projects: readonly string[], asked: readonly string[]): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-count-'))
  const counts = join(folder, 'counts.json')
  const code = await vitest(
    [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      `--reporter=${join(projectRoot, 'tests/run/count-tests.ts')}`,
      '--silent=passed-only',
      // One line a file is enough to see that it goes on.
      '--slow-test-threshold=10000',
      ...(asked.length > 0 ? ['--passWithNoTests', ...asked] : []),
    ],
    {
      ...withoutSettings(process.env),
      [countFile]: counts,
      [countedProjects]: asked.length > 0 ? '' : projects.join(' '),
    },
  )
  const tally = readCounts(counts)
  rmSync(folder, { recursive: true, force: true })
  // It ends with an error for reasons that no test knows of, too.
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}

function vitest(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve) => {
    const program = join(projectRoot, 'node_modules/vitest/vitest.mjs')
    const child = spawn(process.execPath, [program, ...args], { cwd: projectRoot, env, stdio: 'inherit' })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

function readCounts(file: string): Tally {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Tally
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** Somebody's own settings must not reach the tests: they would run on that person's database. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const settings = /^(PORT|HOST|DATABASE_|KANSLI_(?!TEST_|NPM$)|SMTP_URL|MAIL_FROM|OIDC_|LOG_LEVEL)/
  return Object.fromEntries(Object.entries(env).filter(([name]) => !settings.test(name)))
}
