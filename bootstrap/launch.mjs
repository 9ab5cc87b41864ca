import { join } from 'node:path'
import { alone } from './alone.mjs'
import { build, buildPresent } from './build.mjs'
import { fetchNode, presentNode, root, runtime as runtimeFolder } from './node.mjs'
import { installPackages, packagesPresent } from './packages.mjs'
import { become } from './processes.mjs'
import { Stop } from './progress.mjs'

/**
 * What every command goes through: the right Node.js, the right packages, then (where pages are shown) a build.
 * `programs` says what is started and whether it needs one.
 */
const programs = {
  start: { file: 'build/server/main.js', build: true, production: true },
  test: { file: 'tests/run.ts', build: false },
  bench: { file: 'bench/run.ts', build: true, production: true },
  build: { file: null, build: true },
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
    const ready = () => presentNode() && packagesPresent() && (!program.build || buildPresent())
    const runtime = ready() ? presentNode() : await alone(() => setUp(program))
    const file = program.file ? [join(root, program.file)] : []
    if (file.length + args.length === 0) return
    become(runtime.node, ['--disable-warning=ExperimentalWarning', ...file, ...args], {
      ...runtime.env,
      KANSLI_NPM: runtime.npm,
      // Compiled code is kept between starts: a third less time to the first page.
      NODE_COMPILE_CACHE: join(runtimeFolder, 'compiled'),
      ...(program.production ? { NODE_ENV: 'production' } : {}),
    })
  } catch (error) {
    process.stderr.write(`${error instanceof Stop ? error.message : error.stack}\n`)
    // Whoever reads the last line of the tests hears of this too.
    if (name === 'test') process.stdout.write('0 passed, 1 failed\n')
    process.exit(1)
  }
}

/** Whoever waited for another terminal finds everything done. */
async function setUp(program) {
  const runtime = presentNode() ?? (await fetchNode())
  if (!packagesPresent()) await installPackages(runtime)
  if (program.build && !buildPresent()) await build(runtime)
  return runtime
}
