import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'

/** A database for one test file alone. */
export type OwnDatabase = { url: string; drop(): Promise<void> }

/**
 * Makes a database on the tests' PostgreSQL server.
 * @param template copied into it: one that is migrated already, or an empty one
 */
export async function ownPostgresDatabase(
  template: 'kansli_template' | 'template1' = 'kansli_template',
): Promise<OwnDatabase> {
  const server = inject('postgresUrl')
  const name = `kansli_test_${randomUUID().replaceAll('-', '')}`
  await statement(server, `create database ${name} template ${template}`)
  return {
    url: withDatabase(server, name),
    drop: () => statement(server, `drop database if exists ${name} with (force)`),
  }
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

/** One statement, on a connection of its own. */
export async function statement(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}
