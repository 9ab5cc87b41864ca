import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '../tests/support/running-office.ts'

/** The built server with the demo, on a data folder of its own that goes with it. */
export type BenchOffice = {
  url: string
  folder: string
  /** The server's process number. */
  pid: number
  close(): Promise<void>
}

/** Starts the built server on a free port of this machine alone and lets it load the demo. */
export async function openOffice(progress: (line: string) => void): Promise<BenchOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-bench-'))
  try {
    progress('Starting a server of its own, with the demo')
    const { close, ...office } = await openAgain(folder)
    return {
      ...office,
      async close() {
        await close()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** Whatever this terminal is set to: the bench uses its own database, asks nobody and writes to nobody. */
const environment = {
  HOST: '127.0.0.1',
  DATABASE_URL: '',
  DATABASE_REPLICA_URL: '',
  KANSLI_URL: '',
  KANSLI_DEMO: 'yes',
  KANSLI_BACKUPS: 'no',
  SMTP_URL: '',
  OIDC_ISSUER: '',
  OIDC_CLIENT_ID: '',
  OIDC_CLIENT_SECRET: '',
}

/** Starts a server on a folder that stays. The program is the built server when nothing else is said; `env` adds to what it is told. */
export async function openAgain(
  folder: string,
  program?: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<BenchOffice> {
  const office = await serve(folder, { ...environment, ...env }, program)
  const { pid } = JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8')) as { pid: number }
  return { url: office.url, folder, pid, close: () => office.stop() }
}
