import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './processes.mjs'
import { Stop, step } from './progress.mjs'

const here = dirname(fileURLToPath(import.meta.url))
export const root = dirname(here)
const runtime = join(root, '.runtime')
const wanted = 24

/**
 * The Node.js that Kansli runs on and an npm to match: the machine's own when it is new enough,
 * else builds from the npm registry, pinned with checksums in `bootstrap/package-lock.json`.
 * @returns {Promise<{ node: string, npm: string, env: NodeJS.ProcessEnv }>}
 */
export async function ensureNode() {
  if (Number(process.versions.node.split('.')[0]) >= wanted) {
    const own = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
    if (existsSync(own)) return withPath(process.execPath, own)
  }
  const node = fetchedNode()
  const npm = join(runtime, 'node_modules', 'npm', 'bin', 'npm-cli.js')
  if (!node || !existsSync(npm)) await fetchRuntime()
  const fetched = fetchedNode()
  if (!fetched) {
    throw new Stop(
      `Kansli needs Node.js ${wanted}. There is no ready build for ${process.platform}-${process.arch}: ` +
        `install Node.js ${wanted} or later and run the same command again.`,
    )
  }
  return withPath(fetched, npm)
}

async function fetchRuntime() {
  mkdirSync(runtime, { recursive: true })
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(join(here, file), join(runtime, file))
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { code, output } = await step(`Fetching Node.js ${wanted}`, () =>
    run(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: runtime, quiet: true }),
  )
  if (code !== 0) throw new Stop(`Node.js ${wanted} could not be fetched from the npm registry:\n${output}`)
}

function fetchedNode() {
  const { platform, arch } = process
  const file = platform === 'win32' ? 'node.exe' : 'node'
  for (const name of [
    `node-${platform === 'win32' ? 'win' : platform}-${arch}`,
    `node-bin-${platform}-${arch}`,
  ]) {
    const path = join(runtime, 'node_modules', name, 'bin', file)
    if (existsSync(path)) return path
  }
  return null
}

function withPath(node, npm) {
  return { node, npm, env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` } }
}
