import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node.mjs'
import { isRunning, run } from './processes.mjs'
import { Stop, step } from './progress.mjs'

const inputs = [
  'src',
  'public',
  'package-lock.json',
  'vite.config.ts',
  'react-router.config.ts',
  'tsconfig.json',
]
const stamp = join(root, 'build', '.kansli-sources')

/** Has no source file changed since the pages were built? A build that was interrupted does not count. */
export function buildPresent() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesFingerprint()
}

/**
 * Builds the web application.
 * @param {{ node: string, env: NodeJS.ProcessEnv }} runtime
 */
export async function build(runtime) {
  refuseUnderServer()
  const sources = sourcesFingerprint()
  rmSync(stamp, { force: true })
  const { code, output } = await step('Building the pages', () =>
    run(runtime.node, [join(root, 'node_modules/@react-router/dev/bin.cjs'), 'build', '--logLevel', 'warn'], {
      cwd: root,
      env: { ...runtime.env, NODE_ENV: 'production' },
      quiet: true,
    }),
  )
  if (code !== 0) throw new Stop(`The pages could not be built:\n${output}`)
  writeFileSync(stamp, sources)
}

/** A server that runs from this folder would lose the files that its pages ask for. */
function refuseUnderServer() {
  const file = join(process.env.KANSLI_DATA || join(root, '.data'), 'server.json')
  if (!existsSync(file)) return
  const { url, pid } = JSON.parse(readFileSync(file, 'utf8'))
  if (!isRunning(pid)) return
  throw new Stop(
    `Kansli runs at ${url} (process ${pid}), and its sources have changed: stop it, then start again. Nothing was changed.`,
  )
}

/** Path, size and time of every source file: a few milliseconds where hashing contents would take a second. */
function sourcesFingerprint() {
  const hash = createHash('sha256')
  const visit = (path) => {
    const stat = statSync(path)
    if (!stat.isDirectory()) {
      if (!/\.test\.tsx?$/.test(path)) hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`)
      return
    }
    for (const name of readdirSync(path).sort()) visit(join(path, name))
  }
  for (const input of inputs) if (existsSync(join(root, input))) visit(join(root, input))
  return hash.digest('hex')
}
