import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { forgetInvitations, invitePerson } from '#modules/organisation/index.ts'
import { forgetSignInTraces } from './forget.ts'

let office: TestOffice
let north: TestOrganisation

beforeAll(async () => {
  office = await openTestOffice()
  north = await office.organisation()
})
afterAll(() => office.close())

const now = new Date('2026-11-22T10:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)

it('forgets what the sign-in no longer needs, and nothing that still works', async () => {
  const { owner } = office.application.database
  const { actor } = await north.person(['member'])
  const userId = actor.kind === 'person' ? actor.userId : ''
  for (const [key, days] of [
    ['old', 2],
    ['new', 0.5],
  ] as const) {
    const at = ago(days)
    await owner
      .insertInto('account.attempt')
      .values({ key_hash: key, count: 1, window_started_at: at })
      .execute()
    await owner
      .insertInto('account.used_code')
      .values({ user_id: userId, code_hash: key, used_at: at })
      .execute()
    await owner
      .insertInto('account.verification')
      .values({ id: key, identifier: key, value: 'x', expiresAt: at })
      .execute()
  }
  const session = (id: string, expiresAt: Date, updatedAt: Date) =>
    owner.insertInto('account.session').values({ id, token: id, userId, expiresAt, updatedAt }).execute()
  await session('open', ago(-10), ago(13))
  await session('idle', ago(-10), ago(15))
  await session('ended', ago(0.1), ago(1))
  await forgetSignInTraces(owner, now)
  const left = async (table: 'attempt' | 'used_code' | 'verification' | 'session') => {
    const { rows } = await office.application.database.pool.query(`select * from account.${table}`)
    return rows.map((row) => row.key_hash ?? row.code_hash ?? row.id)
  }
  expect(await left('attempt')).toEqual(['new'])
  expect(await left('used_code')).toEqual(['new'])
  expect(await left('verification')).toEqual(['new'])
  expect(await left('session')).toEqual(['open'])
})

it('forgets invitations half a year after they ended', async () => {
  const { owner } = office.application.database
  const invite = (email: string) =>
    office.application.call(
      invitePerson,
      { name: 'N', email, role: 'caller', unitId: north.unitId },
      north.operator,
    )
  await invite('old@example.org')
  await invite('new@example.org')
  const set = { expires_at: ago(181) }
  await owner.updateTable('organisation.invitation').set(set).where('email', '=', 'old@example.org').execute()
  await forgetInvitations(owner, now)
  const left = await owner.selectFrom('organisation.invitation').select('email').execute()
  expect(left).toEqual([{ email: 'new@example.org' }])
})
