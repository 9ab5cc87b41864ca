import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openApplication, type Application } from '../../src/application.ts'
import { createOrganisation } from '../../src/modules/organisation/index.ts'
import { operator, type Actor } from '../../src/platform/access/actor.ts'
import type { Role } from '../../src/platform/access/roles.ts'
import { newId } from '../../src/platform/identifiers.ts'
import type { Caller } from '../../src/platform/operations/call.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { ownPostgresDatabase } from './own-database.ts'

/** A whole application on a database of its own, on the engine that the tests run for. */
export type TestOffice = {
  application: Application
  dataFolder: string
  /** Makes an organisation with its first unit; the person at the machine calls. */
  organisation(name?: string): Promise<TestOrganisation>
  /** Sets the clock that operations see. */
  setClock(moment: string): void
  close(): Promise<void>
}

export type TestOrganisation = {
  id: string
  unitId: string
  /** The person at the machine, for this organisation. */
  operator: Caller
  anonymous: Caller
  /** Somebody with these roles in the first unit. The account is made in the database. */
  person(roles: Role[], options?: { secondFactor?: boolean }): Promise<Caller>
}

/** Opens an application for a test file; close it in `afterAll`. */
export async function openTestOffice(env: NodeJS.ProcessEnv = {}): Promise<TestOffice> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'kansli-test-'))
  let clock = new Date('2026-11-22T10:00:00Z')
  const { databaseUrl, dropDatabase } = await ownDatabase(dataFolder)
  const settings = readSettings({
    KANSLI_DATA: dataFolder,
    KANSLI_SECRET: 'a secret for tests only, and long enough',
    LOG_LEVEL: 'silent',
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    ...env,
  })
  const application = await openApplication(settings, { now: () => clock })
  return {
    application,
    dataFolder,
    organisation: (name = 'Provdistriktet') => makeOrganisation(application, name),
    setClock: (moment) => {
      clock = new Date(moment)
    },
    async close() {
      await application.close()
      await dropDatabase()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

async function ownDatabase(dataFolder: string) {
  if (process.env.KANSLI_TEST_ENGINE !== 'postgres') {
    cpSync(inject('embeddedTemplate'), dataFolder, { recursive: true })
    return { databaseUrl: null, dropDatabase: async () => undefined }
  }
  const { url, drop } = await ownPostgresDatabase()
  return { databaseUrl: url, dropDatabase: drop }
}

async function makeOrganisation(application: Application, name: string): Promise<TestOrganisation> {
  const id = newId()
  const caller = (actor: Actor): Caller => ({ actor, organisationId: id, language: 'sv' })
  const ownerUserId = await makeAccount(application, 'Ägare')
  const { unitId } = await application.call(
    createOrganisation,
    { name: `${name} ${id.slice(-6)}`, unitKind: 'district', ownerUserId },
    caller(operator),
  )
  return {
    id,
    unitId,
    operator: caller(operator),
    anonymous: caller({ kind: 'anonymous' }),
    async person(roles, { secondFactor = true } = {}) {
      const userId = await makeAccount(application, roles.join(' '))
      for (const role of roles) await makeGrant(application, { organisationId: id, userId, role, unitId })
      return caller({
        kind: 'person',
        userId,
        name: roles.join(' '),
        grants: roles.map((role) => ({ role, unitIds: [unitId], top: true })),
        via: 'session',
        tokenScopes: null,
        secondFactor,
      })
    },
  }
}

/** Makes an account; nobody can sign in with it. @returns its id */
export async function makeAccount(application: Application, name: string): Promise<string> {
  const id = newId()
  await application.database.owner
    .insertInto('account.user')
    .values({ id, name, email: `${id}@example.org`, emailVerified: true })
    .execute()
  return id
}

/** Gives a role, from long ago and without an end. */
export async function makeGrant(
  application: Application,
  grant: { organisationId: string; userId: string; role: Role; unitId: string },
) {
  await application.database.owner
    .insertInto('organisation.role_grant')
    .values({
      organisation_id: grant.organisationId,
      id: newId(),
      user_id: grant.userId,
      role: grant.role,
      unit_id: grant.unitId,
      valid_from: '2020-01-01',
      granted_at: new Date(),
    })
    .execute()
}
