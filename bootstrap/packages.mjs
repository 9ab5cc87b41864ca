import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './node.mjs'
import { npm } from './npm.mjs'

const stamp = join(root, 'node_modules', '.kansli-lock')

/** Is exactly what the lock file says installed? A set-up that was interrupted is not. */
export function packagesPresent() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()
}

/**
 * Installs exactly what the lock file says. None of the packages needs to run anything to be installed, so none may.
 * @param {{ node: string, npm: string, env: NodeJS.ProcessEnv }} runtime
 */
export async function installPackages(runtime) {
  rmSync(stamp, { force: true })
  const command = [runtime.node, runtime.npm]
  await npm('Installing packages', command, ['ci', '--include=dev', '--ignore-scripts'], root, runtime.env)
  writeFileSync(stamp, wanted())
}

function wanted() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}
