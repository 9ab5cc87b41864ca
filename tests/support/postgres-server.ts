import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import './embedded-template.ts'

/**
 * Starts a PostgreSQL server of the tests' own on the loopback address, with one migrated database that every
 * test file copies. Uses a server that runs already when KANSLI_TEST_DATABASE_URL names one.
 */
export default async function setup(project: TestProject) {
  const given = process.env.KANSLI_TEST_DATABASE_URL
  const server = given ? { url: given, stop: () => undefined } : await startServer()
  const admin = new Client({ connectionString: server.url })
  await admin.connect()
  await admin.query('drop database if exists kansli_template')
  await admin.query('create database kansli_template')
  await admin.end()
  const database = await openDatabase({
    dataFolder: tmpdir(),
    databaseUrl: withDatabase(server.url, 'kansli_template'),
  })
  await migrate(database)
  await database.close()
  project.provide('postgresUrl', server.url)
  return server.stop
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

async function startServer() {
  const programs = findPrograms()
  const folder = mkdtempSync(join(tmpdir(), 'kansli-postgres-'))
  // PostgreSQL refuses to run as root; Debian's package brings a user for it.
  const asUser = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : []
  if (asUser.length > 0) {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
    chownSync(folder, id('-u'), id('-g'))
  }
  const run = (program: string, ...args: string[]) => {
    const [command, ...rest] = [...asUser, join(programs, program), ...args]
    execFileSync(command!, rest, { stdio: ['ignore', 'ignore', 'pipe'] })
  }
  const port = await freePort()
  const data = join(folder, 'data')
  run('initdb', '-D', data, '-U', 'kansli', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8')
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off -c synchronous_commit=off -c max_connections=200`
  run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start')
  return {
    url: `postgres://kansli@127.0.0.1:${port}/postgres`,
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function findPrograms(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  for (const version of versions) {
    const folder = join(debian, version, 'bin')
    if (existsSync(join(folder, 'initdb'))) return folder
  }
  throw new Error('No PostgreSQL server was found. On Debian: apt-get install postgresql')
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
