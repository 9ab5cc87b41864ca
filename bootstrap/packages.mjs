import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node.mjs'
import { run } from './processes.mjs'
import { Stop, step } from './progress.mjs'

const modules = join(root, 'node_modules')
const stamp = join(modules, '.kansli-lock')

/**
 * Installs exactly what the lock file says, when it has changed since the last time.
 * @param {{ node: string, npm: string, env: NodeJS.ProcessEnv }} runtime
 */
export async function ensurePackages(runtime) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  await alone(async () => {
    const { code, output } = await step('Installing packages', () =>
      run(runtime.node, [runtime.npm, 'ci', '--no-audit', '--no-fund'], {
        cwd: root,
        env: runtime.env,
        quiet: true,
      }),
    )
    if (code !== 0) throw new Stop(`The packages could not be installed:\n${output}`)
    writeFileSync(stamp, lock)
  })
}

/** Two terminals in one checkout must not install at the same time. */
async function alone(work) {
  const lock = join(root, '.runtime', 'installing')
  mkdirSync(join(root, '.runtime'), { recursive: true })
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
  } catch {
    const other = Number(readFileSync(lock, 'utf8'))
    if (isRunning(other)) {
      throw new Stop(`Process ${other} is installing packages in this folder. Try again when it is done.`)
    }
    writeFileSync(lock, String(process.pid))
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
