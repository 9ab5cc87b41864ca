import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    embeddedTemplate: string
    postgresUrl: string
  }
}

/** Makes one migrated data folder that every test copies: making a database anew takes seconds, a copy does not. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'kansli-template-'))
  const database = await openDatabase({ dataFolder: folder, databaseUrl: null })
  await migrate(database)
  await database.close()
  project.provide('embeddedTemplate', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
