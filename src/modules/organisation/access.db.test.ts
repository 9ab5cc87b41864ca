import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { sql } from 'kysely'
import type { Caller } from '#platform/operations/call.ts'
import { answerInvitation } from './operations/answer-invitation.ts'
import { belongingsOf } from './grants.ts'
import { endRoleGrant } from './operations/end-role-grant.ts'
import { getInvitation } from './operations/get-invitation.ts'
import { grantRole } from './operations/grant-role.ts'
import { invitePerson } from './operations/invite-person.ts'
import { listRoleGrants } from './operations/list-role-grants.ts'
import { withdrawInvitation } from './operations/withdraw-invitation.ts'

let office: TestOffice
let ours: TestOrganisation
let theirs: TestOrganisation

beforeAll(async () => {
  office = await openTestOffice()
  ours = await office.organisation('Norra distriktet')
  theirs = await office.organisation('Södra distriktet')
})
afterAll(() => office.close())

const userOf = (caller: Caller) => (caller.actor.kind === 'person' ? caller.actor.userId : '')

async function lastMail(organisationId: string) {
  return office.application.database.owner
    .selectFrom('mail.message')
    .select(['recipient', 'subject', 'body_text as text'])
    .where('organisation_id', '=', organisationId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
}

async function invited(caller: Caller, email: string, role: 'caller' | 'secretary' = 'secretary') {
  const { invitationId } = await office.application.call(
    invitePerson,
    { name: 'Ny Medarbetare', email, role, unitId: ours.unitId },
    caller,
  )
  const { text } = await lastMail(ours.id)
  return { invitationId, token: decodeURIComponent(/token=(\S+)/.exec(text)?.[1] ?? '') }
}

describe('giving a role', () => {
  it('gives it to somebody the organisation trusts, and tells by whom', async () => {
    const owner = await ours.person(['owner'])
    const board = await ours.person(['board'])
    const input = { userId: userOf(board), role: 'secretary' as const, unitId: ours.unitId }
    expect(await office.application.call(grantRole, input, owner)).toMatchObject({ alreadyHeld: false })
    expect(await office.application.call(grantRole, input, owner)).toMatchObject({ alreadyHeld: true })
    const { grants } = await office.application.call(listRoleGrants, {}, owner)
    const given = grants.filter((grant) => grant.userId === userOf(board) && grant.role === 'secretary')
    expect(given).toEqual([
      expect.objectContaining({ grantedByName: 'owner', unitId: ours.unitId, validFrom: '2026-11-22' }),
    ])
  })

  it.each([
    ['registrar', 'owner'],
    ['registrar', 'secretary'],
    ['organiser', 'member'],
  ] as const)('a %s is not trusted to make a %s', async (giver, role) => {
    const person = await ours.person(['board'])
    const call = office.application.call(
      grantRole,
      { userId: userOf(person), role, unitId: ours.unitId },
      await ours.person([giver]),
    )
    await expect(call).rejects.toMatchObject({
      code: 'roleRequired',
      detail: { key: 'roleGrant.notTrusted' },
    })
  })

  it('gives nothing to an account the organisation does not know', async () => {
    const stranger = await theirs.person(['board'])
    const call = office.application.call(
      grantRole,
      { userId: userOf(stranger), role: 'caller', unitId: ours.unitId },
      await ours.person(['owner']),
    )
    await expect(call).rejects.toMatchObject({ code: 'notFound' })
  })

  it('gives nothing in a unit the giver is not trusted with, also past the operation', async () => {
    const owner = await ours.person(['owner'])
    const call = office.application.call(
      grantRole,
      { userId: userOf(owner), role: 'caller', unitId: theirs.unitId },
      owner,
    )
    await expect(call).rejects.toMatchObject({ code: 'roleRequired' })
    const insert = office.application.database.owner.transaction().execute(async (db) => {
      await sql`select set_config('kansli.organisation_id', ${ours.id}, true), set_config('kansli.scope', '{}', true),
        set_config('role', 'kansli_app', true)`.execute(db)
      await sql`insert into organisation.role_grant
          (organisation_id, id, user_id, role, unit_id, valid_from, granted_at)
        values (${ours.id}, gen_random_uuid(), ${userOf(owner)}, 'owner', ${ours.unitId}, '2026-01-01', now())`.execute(
        db,
      )
    })
    await expect(insert).rejects.toThrow(/row-level security/)
  })

  it('refuses a last day before the first', async () => {
    const owner = await ours.person(['owner'])
    const input = { userId: userOf(owner), role: 'caller' as const, unitId: ours.unitId }
    const call = office.application.call(
      grantRole,
      { ...input, validFrom: '2027-02-01', validTo: '2027-01-01' },
      owner,
    )
    await expect(call).rejects.toMatchObject({
      issues: [{ path: ['validTo'], message: 'roleGrant.endsBeforeItBegins' }],
    })
  })
})

const grantOf = async (person: Caller) => {
  const { grants } = await office.application.call(listRoleGrants, {}, ours.operator)
  return grants.find((grant) => grant.userId === userOf(person))!
}

describe('ending a role', () => {
  it('ends it at once, and the row stays', async () => {
    const owner = await ours.person(['owner'])
    const caller = await ours.person(['caller'])
    const { id } = await grantOf(caller)
    await office.application.call(endRoleGrant, { grantId: id }, owner)
    const { owner: database } = office.application.database
    expect(await belongingsOf(database, userOf(caller), office.application.host.now())).toEqual([])
    const { grants } = await office.application.call(listRoleGrants, { ended: true }, owner)
    expect(grants.find((grant) => grant.id === id)).toMatchObject({
      endedByName: 'owner',
      validTo: '2026-11-22',
    })
    await expect(office.application.call(endRoleGrant, { grantId: id }, owner)).rejects.toMatchObject({
      detail: { key: 'roleGrant.hasEnded' },
    })
  })

  it('lets it run to a last day', async () => {
    const owner = await ours.person(['owner'])
    const caller = await ours.person(['caller'])
    const { id } = await grantOf(caller)
    await office.application.call(endRoleGrant, { grantId: id, lastDay: '2026-11-30' }, owner)
    const { owner: database } = office.application.database
    const on = (day: string) => belongingsOf(database, userOf(caller), new Date(`${day}T12:00:00Z`))
    expect(await on('2026-11-30')).toHaveLength(1)
    expect(await on('2026-12-01')).toHaveLength(0)
  })

  it('never ends the last owner, also when two end each other at once', async () => {
    const alone = await office.organisation('Ensamma distriktet')
    const { grants } = await office.application.call(listRoleGrants, {}, alone.operator)
    const first = grants[0]!
    const last = office.application.call(endRoleGrant, { grantId: first.id }, alone.operator)
    await expect(last).rejects.toMatchObject({ detail: { key: 'roleGrant.lastOwner' } })
    const second = await alone.person(['owner'])
    const both = await office.application.call(listRoleGrants, {}, second)
    const results = await Promise.allSettled(
      both.grants.map((grant) => office.application.call(endRoleGrant, { grantId: grant.id }, second)),
    )
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    const left = await office.application.call(listRoleGrants, {}, alone.operator)
    expect(left.grants).toHaveLength(1)
  })

  it('is not for somebody who is not trusted to give it', async () => {
    const owner = await ours.person(['owner'])
    const { id } = await grantOf(owner)
    const call = office.application.call(endRoleGrant, { grantId: id }, await ours.person(['registrar']))
    await expect(call).rejects.toMatchObject({ code: 'roleRequired' })
  })

  it('does not tell of other organisations', async () => {
    const stranger = await theirs.person(['owner'])
    const { grants } = await office.application.call(listRoleGrants, {}, stranger)
    expect(grants.map((grant) => grant.unitId)).toEqual(grants.map(() => theirs.unitId))
    const { id } = await grantOf(await ours.person(['caller']))
    const call = office.application.call(endRoleGrant, { grantId: id }, stranger)
    await expect(call).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('an invitation', () => {
  it('is mailed with a link, and gives account and role when it is answered', async () => {
    const owner = await ours.person(['owner'])
    const { token } = await invited(owner, 'Nykomling@Example.org')
    expect(await lastMail(ours.id)).toMatchObject({
      recipient: 'nykomling@example.org',
      subject: expect.stringContaining('Inbjudan till Norra distriktet'),
    })
    const offer = await office.application.call(getInvitation, { token }, ours.anonymous)
    expect(offer).toMatchObject({ email: 'nykomling@example.org', role: 'secretary' })
    const { userId } = await office.application.call(
      answerInvitation,
      { token, name: 'Nykomling', password: 'tretton gröna tåg' },
      ours.anonymous,
    )
    const { owner: database } = office.application.database
    const [belonging] = await belongingsOf(database, userId, office.application.host.now())
    expect(belonging?.grants).toEqual([{ role: 'secretary', unitIds: [ours.unitId], top: true }])
    const again = office.application.call(
      answerInvitation,
      { token, name: 'Nykomling', password: 'tretton gröna tåg' },
      ours.anonymous,
    )
    await expect(again).rejects.toMatchObject({ code: 'notFound' })
    await expect(office.application.call(getInvitation, { token }, ours.anonymous)).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('makes no account before the answer, and answers alike for an address that has one', async () => {
    const owner = await ours.person(['owner'])
    const { owner: database } = office.application.database
    const known = await database
      .selectFrom('account.user')
      .select('email')
      .where('id', '=', userOf(await theirs.person(['board'])))
      .executeTakeFirstOrThrow()
    const answers = []
    for (const email of ['okand@example.org', known.email]) {
      const before = await database.selectFrom('account.user').select('id').execute()
      const answer = await office.application.call(
        invitePerson,
        { name: 'Någon', email, role: 'caller', unitId: ours.unitId },
        owner,
      )
      const after = await database.selectFrom('account.user').select('id').execute()
      expect(after).toHaveLength(before.length)
      answers.push({ ...answer, invitationId: null, link: answer.link?.length })
    }
    expect(answers[0]).toEqual(answers[1])
    const { invitations } = await office.application.call(listRoleGrants, {}, owner)
    const shown = invitations.filter((each) => each.name === 'Någon')
    expect(shown.map((each) => each.email).sort()).toEqual([known.email, 'okand@example.org'].sort())
  })

  it('is taken by the account that is signed in, and never by one that exists but is not', async () => {
    const owner = await ours.person(['owner'])
    const colleague = await theirs.person(['board'])
    const first = await invited(owner, 'kollega@example.org')
    const taken = await office.application.call(
      answerInvitation,
      { token: first.token },
      { ...colleague, organisationId: ours.id },
    )
    expect(taken.userId).toBe(userOf(colleague))
    const { owner: database } = office.application.database
    const { email } = await database
      .selectFrom('account.user')
      .select('email')
      .where('id', '=', userOf(colleague))
      .executeTakeFirstOrThrow()
    const second = await invited(owner, email, 'caller')
    const stolen = office.application.call(
      answerInvitation,
      { token: second.token, name: 'Någon annan', password: 'tretton gröna tåg' },
      ours.anonymous,
    )
    await expect(stolen).rejects.toMatchObject({ detail: { key: 'invitation.accountExists' } })
  })

  it.each([
    [
      'withdrawn',
      async (id: string, owner: Caller) => {
        await office.application.call(withdrawInvitation, { invitationId: id }, owner)
      },
    ],
    [
      'replaced by a new one',
      async (_id: string, owner: Caller) => {
        await invited(owner, 'bortglomd@example.org')
      },
    ],
    ['fifteen days old', async () => office.setClock('2026-12-07T12:00:00Z')],
  ] as const)('does not work when it is %s', async (_case, spoil) => {
    const owner = await ours.person(['owner'])
    const { invitationId, token } = await invited(owner, 'bortglomd@example.org')
    await spoil(invitationId, owner)
    try {
      await expect(office.application.call(getInvitation, { token }, ours.anonymous)).rejects.toMatchObject({
        code: 'notFound',
      })
      await expect(
        office.application.call(
          answerInvitation,
          { token, name: 'Sen', password: 'tretton gröna tåg' },
          ours.anonymous,
        ),
      ).rejects.toMatchObject({ code: 'notFound' })
    } finally {
      office.setClock('2026-11-22T10:00:00Z')
    }
  })

  it('does not open in another organisation', async () => {
    const { token } = await invited(await ours.person(['owner']), 'fel@example.org')
    await expect(office.application.call(getInvitation, { token }, theirs.anonymous)).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it.each(['secretary', 'board', 'caller'] as const)('is not sent by a %s', async (role) => {
    const call = invited(await ours.person([role]), 'ingen@example.org')
    await expect(call).rejects.toMatchObject({ code: 'roleRequired' })
  })

  it('refuses a poor password', async () => {
    const { token } = await invited(await ours.person(['owner']), 'svag@example.org')
    const call = office.application.call(
      answerInvitation,
      { token, name: 'Svag', password: 'Sommaren2026!' },
      ours.anonymous,
    )
    await expect(call).rejects.toMatchObject({
      issues: [{ path: ['password'], message: 'password.common' }],
    })
  })
})
