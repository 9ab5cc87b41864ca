import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#platform/access/roles.ts'
import { makeAccount, signIn } from '../../../../tests/support/accounts.ts'
import type { TestOrganisation } from '../../../../tests/support/test-office.ts'
import { openWebOffice, type WebOffice } from '../../../../tests/support/web-office.ts'
import { scheduledTasks } from '../../../server/scheduled-tasks.ts'
import { taskKey } from './status-texts.ts'
import { whenOf } from './when.ts'

let office: WebOffice
let north: TestOrganisation
beforeAll(async () => {
  office = await openWebOffice()
  north = await office.organisation('Norra distriktet')
})
afterAll(() => office.close())

async function signedIn(role: Role) {
  const visitor = office.visitor()
  await signIn(visitor, await makeAccount(office.application, north, { roles: [role] }))
  return visitor
}

describe('the pages of the system', () => {
  it.each([
    ['owner', ['access', 'audit', 'outbox', 'status']],
    ['secretary', ['outbox']],
    ['auditor', ['audit']],
    ['elected', []],
  ] as const)('show a person who is %s the way to %j', async (role, parts) => {
    const { html } = await (await signedIn(role)).get('/system')
    const shown = [...html.matchAll(/href="\/system\/(access|audit|outbox|status)"/g)].map((m) => m[1])
    expect([...new Set(shown)]).toEqual(expect.arrayContaining([...parts]))
    expect(shown.includes('status')).toBe(role === 'owner')
  })

  it('tell how it is doing, in both languages, to the owner', async () => {
    const visitor = await signedIn('owner')
    await office.application.backups.make()
    const page = await visitor.get('/system/status')
    expect(page.text).toContain('Den senaste är läst igen från början till slut')
    visitor.language = 'en'
    expect((await visitor.get('/system/status')).text).toContain('The latest was read again from end to end')
  })

  it('do not tell others', async () => {
    expect((await (await signedIn('secretary')).get('/system/status')).status).toBe(403)
  })
})

describe('what the server does at set times', () => {
  it('has words, and a time that can be said', () => {
    const unsaid = scheduledTasks(office.application).filter(
      ({ name, schedule }) => taskKey(name) === null || whenOf(schedule) === null,
    )
    expect(unsaid).toEqual([])
  })

  it.each([
    [null, { key: 'when.needed' }],
    ['* * * * *', { key: 'when.minute' }],
    ['11 * * * *', { key: 'when.hour' }],
    ['5 2 * * *', { key: 'when.daily', time: '02:05' }],
    ['0 0 * * 1', null],
  ])('%j is said as %j', (schedule, said) => {
    expect(whenOf(schedule)).toEqual(said)
  })
})
