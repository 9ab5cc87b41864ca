import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAccount, signIn, turnOnSecondStep } from '../../../../tests/support/accounts.ts'
import type { TestOrganisation } from '../../../../tests/support/test-office.ts'
import type { Visitor } from '../../../../tests/support/visitor.ts'
import { openWebOffice, type WebOffice } from '../../../../tests/support/web-office.ts'

let office: WebOffice
let north: TestOrganisation

beforeAll(async () => {
  office = await openWebOffice()
  north = await office.organisation('Norra distriktet')
})
afterAll(() => office.close())

async function signedIn(roles = ['owner' as const]) {
  const account = await makeAccount(office.application, north, { roles })
  const visitor = office.visitor()
  await signIn(visitor, account)
  return { account, visitor }
}

async function newKey(visitor: Visitor, scope: string | string[], expiresOn = '2026-12-31') {
  const page = await visitor.post('/account/keys', { name: 'Kalkylbladet', scope, expiresOn })
  return { page, key: /kansli_[\w-]{43}/.exec(page.text)?.[0] ?? '' }
}

const byKey = (key: string, path: string, init: RequestInit = {}) =>
  fetch(`${office.url}${path}`, { ...init, headers: { authorization: `Bearer ${key}`, ...init.headers } })

describe('a key for programs', () => {
  it('is shown once, and kept as a hash', async () => {
    const { visitor } = await signedIn()
    const { page, key } = await newKey(visitor, 'organisation:read')
    expect(key).not.toBe('')
    expect(page.text).toContain('Kopiera nyckeln nu')
    expect((await visitor.get('/account/keys')).text).not.toContain(key)
    const rows = await office.application.database.owner.selectFrom('access.api_token').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(key)
    expect(rows[0]?.hint).toBe(`${key.slice(0, 11)}…`)
  })

  it('does what its scopes allow, as its person, and nothing else', async () => {
    const { visitor } = await signedIn()
    const { key } = await newKey(visitor, 'organisation:read')
    const units = await byKey(key, '/api/v1/units')
    expect(units.status).toBe(200)
    expect(await units.json()).toMatchObject({ units: [{ id: north.unitId }] })
    const write = await byKey(key, '/api/v1/invitations', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'N', email: 'n@example.org', role: 'caller', unitId: north.unitId }),
    })
    expect(write.status).toBe(403)
    expect(await write.json()).toMatchObject({ code: 'scopeRequired' })
  })

  it('loses what its person loses', async () => {
    const { account, visitor } = await signedIn()
    const { key } = await newKey(visitor, 'organisation:read')
    await office.application.database.owner
      .updateTable('organisation.role_grant')
      .set({ ended_at: new Date('2026-11-22T09:00:00Z') })
      .where('user_id', '=', account.id)
      .execute()
    const units = await byKey(key, '/api/v1/units')
    expect(await units.json()).toMatchObject({ code: 'roleRequired' })
  })

  it('can make no other keys, and read nothing of the account', async () => {
    const { visitor } = await signedIn()
    const { key } = await newKey(visitor, ['access:read', 'access:write', 'organisation:read'])
    const other = await byKey(key, '/api/v1/account/tokens', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'N', scopes: ['organisation:write'], expiresOn: '2026-12-31' }),
    })
    expect(other.status).toBe(403)
    expect((await byKey(key, '/api/v1/account/events')).status).toBe(403)
  })

  it('opens no pages', async () => {
    const { visitor } = await signedIn()
    const { key } = await newKey(visitor, 'organisation:read')
    for (const path of ['/account', '/system/access']) {
      const page = await office.visitor().get(path, { headers: { authorization: `Bearer ${key}` } })
      expect([path, page.status === 200]).toEqual([path, false])
    }
  })

  it('ends at once when it is ended, and when its last day has passed', async () => {
    const { visitor } = await signedIn()
    const { key } = await newKey(visitor, 'organisation:read', '2026-11-23')
    expect((await byKey(key, '/api/v1/units')).status).toBe(200)
    office.setClock('2026-11-24T00:00:00Z')
    const expired = await byKey(key, '/api/v1/units')
    office.setClock('2026-11-22T10:00:00Z')
    expect(expired.status).toBe(401)
    expect(expired.headers.get('content-type')).toBe('application/problem+json')
    const id = /name="token" value="([^"]+)"/.exec((await visitor.get('/account/keys')).html)?.[1] ?? ''
    const ended = await visitor.post('/account/keys', { intent: 'revoke', token: id })
    expect(ended.text).toContain('Nyckeln är avslutad.')
    const revoked = await byKey(key, '/api/v1/units')
    expect(revoked.status).toBe(401)
    expect(await revoked.json()).toMatchObject({ code: 'signInRequired' })
  })

  it.each(['kansli_made-up-by-somebody-who-has-none', 'other', ''])('%s is refused', async (key) => {
    expect((await byKey(key, '/api/v1/organisation')).status).toBe(key ? 401 : 200)
  })

  it('is noted as used, at most once a minute', async () => {
    const { account, visitor } = await signedIn()
    const { key } = await newKey(visitor, 'organisation:read')
    const used = async (moment: string) => {
      office.setClock(moment)
      await byKey(key, '/api/v1/units')
      await office.application.accounts.background.settled()
      const row = await office.application.database.owner
        .selectFrom('access.api_token')
        .select('last_used_at')
        .where('user_id', '=', account.id)
        .executeTakeFirstOrThrow()
      return row.last_used_at?.toISOString()
    }
    expect(await used('2026-11-22T10:00:00Z')).toBe('2026-11-22T10:00:00.000Z')
    expect(await used('2026-11-22T10:00:59Z')).toBe('2026-11-22T10:00:00.000Z')
    expect(await used('2026-11-22T10:01:00Z')).toBe('2026-11-22T10:01:00.000Z')
    office.setClock('2026-11-22T10:00:00Z')
  })

  it('carries the second factor of the session it was made in', async () => {
    const { account, visitor } = await signedIn()
    await newKey(visitor, 'organisation:read')
    await turnOnSecondStep(visitor, account)
    await newKey(visitor, 'organisation:read')
    const rows = await office.application.database.owner
      .selectFrom('access.api_token')
      .select('second_factor')
      .where('user_id', '=', account.id)
      .orderBy('id')
      .execute()
    expect(rows.map((row) => row.second_factor)).toEqual([false, true])
  })

  it.each([
    [{ scope: [] as string[], expiresOn: '2026-12-31', name: 'N' }, 'Välj minst en sak.'],
    [{ scope: ['organisation:read'], expiresOn: '2027-12-31', name: 'N' }, 'högst ett år'],
    [{ scope: ['organisation:read'], expiresOn: '2026-11-01', name: 'N' }, 'inte har varit'],
    [{ scope: ['organisation:read'], expiresOn: '2026-12-31', name: '' }, 'Skriv minst ett tecken.'],
  ])('is not made of %j', async (fields, said) => {
    const { visitor } = await signedIn()
    const page = await visitor.post('/account/keys', fields)
    expect(page.status).toBe(422)
    expect(page.text.toLowerCase()).toContain(said.toLowerCase().replace('ett tecken', '1 tecken'))
  })

  it('of others cannot be ended', async () => {
    const victim = await signedIn()
    const { key } = await newKey(victim.visitor, 'organisation:read')
    const id =
      /name="token" value="([^"]+)"/.exec((await victim.visitor.get('/account/keys')).html)?.[1] ?? ''
    const { visitor } = await signedIn()
    expect((await visitor.post('/account/keys', { intent: 'revoke', token: id })).status).toBe(404)
    expect((await byKey(key, '/api/v1/units')).status).toBe(200)
  })
})
