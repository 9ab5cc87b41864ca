import { run } from './processes.mjs'
import { Stop, step } from './progress.mjs'

/** Somebody may sit and wait: give up after half a minute without a network instead of several. */
const quick = [
  '--no-audit',
  '--no-fund',
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=8000',
]

/**
 * Runs npm for one step of the set-up.
 * @param {string} label what is being done, as it will be printed
 * @param {string[]} command how npm is started
 * @param {string[]} args
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 * @throws {Stop} with a sentence about what is in the way
 */
export async function npm(label, command, args, cwd, env) {
  const [program, ...first] = command
  const { code, output } = await step(label, () =>
    run(program, [...first, ...args, ...quick], { cwd, env, quiet: true }),
  ).catch((error) => ({ code: 1, output: error.message }))
  if (code !== 0) throw new Stop(whyNot(label, output))
}

function whyNot(label, output) {
  if (/ENOSPC/.test(output)) {
    return `${label}: the disk is full. Free about 1 GB and run the same command again.`
  }
  if (
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/.test(
      output,
    )
  ) {
    return (
      `${label}: the npm registry cannot be reached. The first start needs the network, once; ` +
      `connect (behind a proxy: npm config set proxy …) and run the same command again.`
    )
  }
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) {
    return `${label}: this user may not write in the folder Kansli lies in. Give it the right and run the same command again.`
  }
  if (/EINTEGRITY/.test(output)) {
    return `${label}: what came from the npm registry is not what it should be, and was not installed.\n${lastLines(output)}`
  }
  return `${label} failed:\n${lastLines(output)}`
}

function lastLines(output) {
  return output.trim().split('\n').slice(-20).join('\n')
}
