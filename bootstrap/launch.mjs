import { join } from 'node:path'
import { ensureBuild } from './build.mjs'
import { ensureNode, root } from './node.mjs'
import { ensurePackages } from './packages.mjs'
import { become } from './processes.mjs'
import { Stop } from './progress.mjs'

/**
 * What every command goes through: the right Node.js, the right packages, then (where pages are shown) a build.
 * `programs` says what is started and whether it needs one.
 */
const programs = {
  start: { file: 'build/server/main.js', build: true },
  test: { file: 'tests/run.ts', build: true },
  bench: { file: 'bench/run.ts', build: true },
  kansli: { file: 'src/cli/main.ts', build: false },
  task: { file: null, build: false },
}

/**
 * @param {keyof typeof programs} name
 * @param {string[]} args
 */
export async function launch(name, args) {
  try {
    const program = programs[name]
    if (!program) throw new Stop(`Unknown command "${name}". Try: ${Object.keys(programs).join(', ')}.`)
    const runtime = await ensureNode()
    await ensurePackages(runtime)
    if (program.build) await ensureBuild(runtime)
    const file = program.file ? [join(root, program.file)] : []
    become(runtime.node, ['--disable-warning=ExperimentalWarning', ...file, ...args], {
      ...runtime.env,
      KANSLI_NPM: runtime.npm,
      ...(program.build && name !== 'test' ? { NODE_ENV: 'production' } : {}),
    })
  } catch (error) {
    process.stderr.write(`${error instanceof Stop ? error.message : error.stack}\n`)
    process.exit(1)
  }
}
