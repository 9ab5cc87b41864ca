import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestOffice, type TestOffice } from '../../../tests/support/test-office.ts'
import { operator } from '#platform/access/actor.ts'
import { roles } from '#platform/access/roles.ts'
import { newId } from '#platform/identifiers.ts'
import type { Caller } from '#platform/operations/call.ts'
import { makeDemoAccounts, demoAccount } from './demo-accounts.ts'
import { belongingsOf } from './grants.ts'
import { answerInvitation } from './operations/answer-invitation.ts'
import { createOrganisation } from './operations/create-organisation.ts'
import { getOrganisation } from './operations/get-organisation.ts'
import { invitePerson } from './operations/invite-person.ts'
import { setUp } from './operations/set-up.ts'

let office: TestOffice

beforeEach(async () => {
  office = await openTestOffice()
})
afterEach(() => office.close())

const operatorFor = (organisationId: string): Caller => ({ actor: operator, organisationId, language: 'sv' })

const ours = {
  organisationName: 'Norra distriktet',
  unitKind: 'distrikt',
  accentHue: 150,
  ownerName: 'Ada Exempelström',
  ownerEmail: 'Ada@Example.org',
  password: 'tretton gröna tåg',
}

async function loadDemo() {
  const { owner } = office.application.database
  const organisationId = newId()
  const ownerUserId = newId()
  await owner
    .insertInto('account.user')
    .values({ id: ownerUserId, name: 'Demo', email: 'demo@example.org', isDemo: true })
    .execute()
  const { unitId } = await office.application.call(
    createOrganisation,
    { name: 'Exempeldistriktet', unitKind: 'distrikt', ownerUserId, isDemo: true },
    operatorFor(organisationId),
  )
  return { organisationId, unitId }
}

const counts = async () => {
  const { owner } = office.application.database
  const organisations = await owner.selectFrom('organisation.organisation').select('slug').execute()
  const people = await owner.selectFrom('account.user').select('email').execute()
  return { organisations: organisations.map((row) => row.slug).sort(), people: people.length }
}

describe('taking the system into use', () => {
  it('makes the organisation and its owner, who can sign in', async () => {
    const id = newId()
    const done = await office.application.call(setUp, ours, operatorFor(id))
    expect(done).toMatchObject({ organisationId: id, slug: 'norra-distriktet' })
    const organisation = await office.application.call(getOrganisation, {}, operatorFor(id))
    expect(organisation).toMatchObject({ name: 'Norra distriktet', accentHue: 150, isDemo: false })
    const { database, host } = office.application
    const [belonging] = await belongingsOf(database.owner, done.ownerUserId, host.now())
    expect(belonging?.grants).toEqual([{ role: 'owner', unitIds: [done.unitId], top: true }])
    const owner = await database.owner
      .selectFrom('account.user')
      .select(['email', 'emailVerified'])
      .where('id', '=', done.ownerUserId)
      .executeTakeFirst()
    expect(owner).toEqual({ email: 'ada@example.org', emailVerified: true })
  })

  it('is done once', async () => {
    await office.application.call(setUp, ours, operatorFor(newId()))
    const again = office.application.call(
      setUp,
      { ...ours, ownerEmail: 'other@example.org' },
      operatorFor(newId()),
    )
    await expect(again).rejects.toMatchObject({ code: 'notPossibleNow', detail: { key: 'setUp.done' } })
  })

  it('is done once also by two at the same moment', async () => {
    const results = await Promise.allSettled(
      ['one', 'two'].map((name) =>
        office.application.call(
          setUp,
          { ...ours, organisationName: name, ownerEmail: `${name}@example.org` },
          operatorFor(newId()),
        ),
      ),
    )
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await counts()).organisations).toHaveLength(1)
  })

  it.each([
    ['kort', 'password.tooShort'],
    ['Norra distriktet', 'password.personal'],
    ['Sommaren2026!', 'password.common'],
  ])('refuses the password %s and writes nothing', async (password, message) => {
    const call = office.application.call(setUp, { ...ours, password }, operatorFor(newId()))
    await expect(call).rejects.toMatchObject({ issues: [{ path: ['password'], message }] })
    expect(await counts()).toEqual({ organisations: [], people: 0 })
  })

  it('keeps the demo, and lets the owner into it', async () => {
    const demo = await loadDemo()
    const done = await office.application.call(setUp, ours, operatorFor(newId()))
    const { database, host } = office.application
    const belongings = await belongingsOf(database.owner, done.ownerUserId, host.now())
    expect(belongings.map((each) => each.organisationId).sort()).toEqual(
      [demo.organisationId, done.organisationId].sort(),
    )
  })

  it('removes the demo with everything in it', async () => {
    const demo = await loadDemo()
    await makeDemoAccounts(office.application, demo.organisationId, demo.unitId)
    await office.application.call(
      invitePerson,
      { name: 'Någon', email: 'nagon@example.org', role: 'caller', unitId: demo.unitId },
      operatorFor(demo.organisationId),
    )
    await office.application.call(setUp, { ...ours, keepDemo: false }, operatorFor(newId()))
    expect(await counts()).toEqual({ organisations: ['norra-distriktet'], people: 1 })
    const { pool } = office.application.database
    const { rows } = await pool.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
       where column_name = 'organisation_id' and is_updatable = 'YES'`,
    )
    expect(rows.length).toBeGreaterThan(5)
    for (const { name } of rows) {
      const left = await pool.query(`select 1 from ${name} where organisation_id = $1`, [demo.organisationId])
      expect([name, left.rowCount]).toEqual([name, 0])
    }
  })

  it('finds another address part when the demo has the name', async () => {
    await loadDemo()
    const done = await office.application.call(
      setUp,
      { ...ours, organisationName: 'Exempeldistriktet' },
      operatorFor(newId()),
    )
    expect(done.slug).toBe('exempeldistriktet-2')
  })

  it('is for the person at the machine only', async () => {
    const caller: Caller = { actor: { kind: 'anonymous' }, organisationId: newId(), language: 'sv' }
    await expect(office.application.call(setUp, ours, caller)).rejects.toMatchObject({
      code: 'roleRequired',
    })
  })
})

describe('the demo’s invented people', () => {
  it('are one a role, made once, and without any way in of their own', async () => {
    const demo = await loadDemo()
    const made = await makeDemoAccounts(office.application, demo.organisationId, demo.unitId)
    expect(Object.keys(made).sort()).toEqual([...roles].sort())
    expect(await makeDemoAccounts(office.application, demo.organisationId, demo.unitId)).toEqual(made)
    const { owner } = office.application.database
    const ways = await owner.selectFrom('account.account').select('id').execute()
    expect(ways).toEqual([])
    const people = await owner
      .selectFrom('account.user')
      .select('email')
      .where('id', 'in', Object.values(made))
      .execute()
    expect(
      people.every(({ email }) => email.endsWith('@demo.example.org') || email === 'demo@example.org'),
    ).toBe(true)
  })

  it('are not made in a real organisation', async () => {
    const real = await office.organisation()
    await expect(makeDemoAccounts(office.application, real.id, real.unitId)).rejects.toThrow(/demo/)
    expect(await demoAccount(office.application.database.owner, real.id, 'owner')).toBeNull()
  })

  it('take no trust in a real organisation, and nobody answers an invitation to the demo', async () => {
    const demo = await loadDemo()
    const made = await makeDemoAccounts(office.application, demo.organisationId, demo.unitId)
    const real = await office.organisation()
    const token = async (organisationId: string, unitId: string) => {
      await office.application.call(
        invitePerson,
        { name: 'Någon', email: 'nagon@example.org', role: 'secretary', unitId },
        operatorFor(organisationId),
      )
      const mail = await office.application.database.owner
        .selectFrom('mail.message')
        .select('body_text')
        .where('organisation_id', '=', organisationId)
        .executeTakeFirstOrThrow()
      return decodeURIComponent(/token=(\S+)/.exec(mail.body_text)?.[1] ?? '')
    }
    const invented: Caller = {
      actor: {
        kind: 'person',
        userId: made.secretary,
        name: 'Disa',
        grants: [],
        via: 'session',
        tokenScopes: null,
        secondFactor: true,
      },
      organisationId: real.id,
      language: 'sv',
    }
    await expect(
      office.application.call(answerInvitation, { token: await token(real.id, real.unitId) }, invented),
    ).rejects.toMatchObject({ code: 'notFound' })
    await expect(
      office.application.call(
        answerInvitation,
        { token: await token(demo.organisationId, demo.unitId), name: 'Jag', password: 'tretton gröna tåg' },
        { actor: { kind: 'anonymous' }, organisationId: demo.organisationId, language: 'sv' },
      ),
    ).rejects.toMatchObject({ detail: { key: 'invitation.demo' } })
  })
})
