import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A PostgreSQL server of the tests' own, on the loopback address. */
export type StartedServer = {
  url: string
  /** Ends it; `start` has it again, on the same port with the same data. */
  halt(): void
  start(): void
  /** Ends it and removes its data. */
  remove(): void
}

/** The oldest version that Kansli works with. */
const oldest = 15

/** Where Debian, and most others, put the server's programs; the newest version first. Null when none is new enough. */
export function findPostgres(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => join(debian, version, 'bin')), '/usr/bin', '/usr/local/bin']
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && versionIn(folder) >= oldest) ?? null
}

function versionIn(folder: string): number {
  const said = execFileSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/\d+/.exec(said)?.[0] ?? 0)
}

/** Starts a server with nothing in it. Its settings are for speed: nothing in a test has to survive the machine. */
export async function startPostgres(): Promise<StartedServer> {
  const programs = findPostgres()
  if (!programs) throw new Error('No PostgreSQL server was found. On Debian: apt-get install postgresql')
  const folder = mkdtempSync(join(tmpdir(), 'kansli-postgres-'))
  // PostgreSQL refuses to run as root; Debian's package brings a user for it.
  const user = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : null
  if (user) chownSync(folder, user.uid, user.gid)
  const run = (program: string, ...args: string[]) => {
    execFileSync(join(programs, program), args, {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...user,
    })
  }
  const port = await freePort()
  const data = join(folder, 'data')
  run('initdb', '-D', data, '-U', 'kansli', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8')
  const options =
    `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} ` +
    `-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200`
  const start = () => run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start')
  const halt = () => run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
  start()
  return {
    url: `postgres://kansli@127.0.0.1:${port}/postgres`,
    start,
    halt,
    remove() {
      halt()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const idOf = (flag: '-u' | '-g') => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
