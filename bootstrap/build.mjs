import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node.mjs'
import { run } from './processes.mjs'
import { Stop, step } from './progress.mjs'

const inputs = ['src', 'package-lock.json', 'vite.config.ts', 'react-router.config.ts', 'tsconfig.json']
const stamp = join(root, 'build', '.kansli-sources')

/**
 * Builds the web application when a source file has changed since the last build.
 * @param {{ node: string, env: NodeJS.ProcessEnv }} runtime
 */
export async function ensureBuild(runtime) {
  const sources = sourcesFingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  const { code, output } = await step('Building the pages', () =>
    run(runtime.node, [join(root, 'node_modules/@react-router/dev/bin.cjs'), 'build'], {
      cwd: root,
      env: { ...runtime.env, NODE_ENV: 'production' },
      quiet: true,
    }),
  )
  if (code !== 0) throw new Stop(`The pages could not be built:\n${output}`)
  writeFileSync(stamp, sources)
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
  for (const input of inputs) visit(join(root, input))
  return hash.digest('hex')
}
