import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { npm } from './npm.mjs'
import { run } from './processes.mjs'
import { Stop } from './progress.mjs'

const here = dirname(fileURLToPath(import.meta.url))
export const root = dirname(here)
/** What is fetched for this machine alone; removing it does no harm. */
export const runtime = join(root, '.runtime')
const wanted = 24
const stamp = join(runtime, '.fetched')

/**
 * The Node.js that Kansli runs on and an npm to match, if they are here already: the machine's own when it is new
 * enough, else those that were fetched before.
 * @returns {{ node: string, npm: string, env: NodeJS.ProcessEnv } | null}
 */
export function presentNode() {
  if (Number(process.versions.node.split('.')[0]) >= wanted) {
    const own = ownNpm()
    if (own) return withPath(process.execPath, own)
  }
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wantedStamp()) return null
  const node = fetchedNode()
  return node ? withPath(node, fetchedNpm) : null
}

/** Fetches both from the npm registry, pinned with checksums in `bootstrap/package-lock.json`. */
export async function fetchNode() {
  mkdirSync(runtime, { recursive: true })
  rmSync(stamp, { force: true })
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(join(here, file), join(runtime, file))
  await npm(`Fetching Node.js ${wanted}`, oldNpm(), ['ci', '--ignore-scripts'], runtime, process.env)
  const node = fetchedNode()
  if (!node || !(await works(node))) {
    throw new Stop(
      `Kansli needs Node.js ${wanted}, and there is no ready build of it for this machine ` +
        `(${process.platform}-${process.arch}). Install Node.js ${wanted} or later and run the same command again.`,
    )
  }
  writeFileSync(stamp, wantedStamp())
  return withPath(node, fetchedNpm)
}

const fetchedNpm = join(runtime, 'node_modules', 'npm', 'bin', 'npm-cli.js')

/** The same checkout may be seen from two machines; each needs its own build. */
function wantedStamp() {
  const lock = createHash('sha256').update(readFileSync(join(here, 'package-lock.json')))
  return `${process.platform}-${process.arch} ${lock.digest('hex')}`
}

async function works(node) {
  const { code, output } = await run(node, ['--version'], { quiet: true }).catch(() => ({
    code: 1,
    output: '',
  }))
  return code === 0 && output.startsWith(`v${wanted}.`)
}

/** The npm that came with the machine's Node.js, or the one this was started by. */
function ownNpm() {
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
  const windows = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js')
  return [startedBy(), beside, windows].find((path) => path && existsSync(path)) ?? null
}

/** How to run the npm that is here now, whatever its age. */
function oldNpm() {
  const file = ownNpm()
  if (file) return [process.execPath, file]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}

function startedBy() {
  const path = process.env.npm_execpath
  return path && basename(path) === 'npm-cli.js' ? path : null
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

function withPath(node, npmFile) {
  return {
    node,
    npm: npmFile,
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
  }
}
