import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/root.ts'

/** The built server in a process of its own, as it is started by `npm start`. */
export type RunningOffice = {
  url: string
  /** What a person at the machine is told to open to make the system theirs; null once it is somebody's. */
  setUpPath: string | null
  stop(): Promise<void>
}

/**
 * Starts the built server on a free port, on a copy of a data folder.
 * @param template the folder to copy: an empty migrated one, or one with the demo
 * @param env what it is told by the environment besides
 */
export async function startOffice(template: string, env: NodeJS.ProcessEnv = {}): Promise<RunningOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-running-'))
  cpSync(template, folder, { recursive: true })
  const office = await serve(folder, env)
  return {
    ...office,
    async stop() {
      await office.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const builtServer = [join(projectRoot, 'build/server/main.js')]

/**
 * Serves a data folder where it lies, until it is stopped.
 * @param program what is started and its arguments: the built server, or what leads to it
 */
export async function serve(
  folder: string,
  env: NodeJS.ProcessEnv = {},
  program: readonly string[] = builtServer,
): Promise<RunningOffice> {
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...program], {
    cwd: projectRoot,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      KANSLI_DATA: folder,
      PORT: '0',
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  // Without the demo the last line is the way to make the system one's own.
  const last = env['KANSLI_DEMO'] === 'no' ? /\/set-up\?code=\S+\n/ : /Kansli is ready: \S+\n/
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      if (last.test(said)) resolve()
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.once('exit', () => reject(new Error(`The server ended:\n${said}`)))
  })
  return {
    url: /Kansli is ready: (\S+)/.exec(said)![1]!,
    setUpPath: /(\/set-up\?code=\S+)/.exec(said)?.[1] ?? null,
    async stop() {
      server.kill('SIGTERM')
      await ended
    },
  }
}
