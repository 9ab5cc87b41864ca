import { tmpdir } from 'node:os'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import './embedded-template.ts'
import { statement, withDatabase } from './own-database.ts'
import { startPostgres } from './postgres-programs.ts'

/**
 * Starts a PostgreSQL server of the tests' own, with one migrated database that every test file copies. Uses a
 * server that runs already when KANSLI_TEST_DATABASE_URL names one.
 */
export default async function setup(project: TestProject) {
  const given = process.env.KANSLI_TEST_DATABASE_URL
  const server = given ? { url: given, remove: () => undefined } : await startPostgres()
  const template = 'kansli_template'
  await statement(server.url, `drop database if exists ${template}`)
  await statement(server.url, `create database ${template}`)
  const database = await openDatabase({
    dataFolder: tmpdir(),
    databaseUrl: withDatabase(server.url, template),
  })
  await migrate(database)
  await database.close()
  project.provide('postgresUrl', server.url)
  return server.remove
}
