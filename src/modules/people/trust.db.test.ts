import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { belongingsOf, endRoleGrant, grantRole, lendRole, setUnitKinds } from '#modules/organisation/index.ts'
import { listAuditEntries, listOwnEntries } from '#platform/audit/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import type { Role } from '#platform/access/roles.ts'
import { newId } from '#platform/identifiers.ts'
import type { Caller } from '#platform/operations/call.ts'
import { Problem } from '#platform/operations/problem.ts'
import { makeAccount, openTestOffice } from '../../../tests/support/test-office.ts'
import type { TestOffice, TestOrganisation } from '../../../tests/support/test-office.ts'
import { confirmAccessReview } from './operations/privacy/confirm-access-review.ts'
import { getOpenedRecord } from './operations/privacy/get-opened-record.ts'
import { listAccessReview } from './operations/privacy/list-access-review.ts'
import { listOpenedRecords } from './operations/privacy/list-opened-records.ts'
import { openRecord } from './operations/privacy/open-record.ts'
import { linkAccount, newMember } from './testing/new-member.ts'

let office: TestOffice
let district: TestOrganisation
let call: TestOffice['application']['call']

beforeAll(async () => {
  office = await openTestOffice()
  district = await office.organisation()
  call = office.application.call
})
afterAll(() => office.close())

/** Somebody as the system would let them in today: the grants are read, not made up. */
async function asToday(userId: string): Promise<Caller & { actor: Extract<Actor, { kind: 'person' }> }> {
  const { database, host } = office.application
  const belongings = await belongingsOf(database.owner, userId, host.now())
  const grants = belongings.find(({ organisationId }) => organisationId === district.id)?.grants ?? []
  const actor = {
    kind: 'person' as const,
    userId,
    name: 'Någon',
    grants,
    via: 'session' as const,
    tokenScopes: null,
    secondFactor: true,
  }
  return { actor, organisationId: district.id, language: 'sv' }
}

async function trusted(role: Role): Promise<string> {
  const caller = await district.person([role])
  return caller.actor.kind === 'person' ? caller.actor.userId : ''
}

const emailOf = (userId: string) => `${userId}@example.org`
const lastDay = '2026-12-01'
const rolesOf = async (userId: string) =>
  (await asToday(userId)).actor.grants.map(({ role }) => role).toSorted()

describe('a lent role', () => {
  const lend = async (lender: string, borrower: string, role: Role) =>
    call(
      lendRole,
      { email: emailOf(borrower), role, unitId: district.unitId, lastDay },
      await asToday(lender),
    )

  it('is held until its last day, and ends with the lender’s own', async () => {
    const [lender, borrower] = [await trusted('registrar'), await trusted('caller')]
    await lend(lender, borrower, 'registrar')
    expect(await rolesOf(borrower)).toEqual(['caller', 'registrar'])
    office.setClock('2026-12-02T10:00:00Z')
    expect(await rolesOf(borrower)).toEqual(['caller'])
    office.setClock('2026-11-22T10:00:00Z')
    const own = await office.application.database.owner
      .selectFrom('organisation.role_grant')
      .select('id')
      .where('user_id', '=', lender)
      .executeTakeFirstOrThrow()
    await call(endRoleGrant, { grantId: own.id }, district.operator)
    expect(await rolesOf(borrower)).toEqual(['caller'])
  })

  it('goes one step: it lends nothing on and gives no roles', async () => {
    const [lender, borrower, third] = [
      await trusted('registrar'),
      await trusted('caller'),
      await trusted('elected'),
    ]
    await lend(lender, borrower, 'registrar')
    await expect(lend(borrower, third, 'registrar')).rejects.toMatchObject({ code: 'roleRequired' })
    await expect(
      call(grantRole, { userId: third, role: 'member', unitId: district.unitId }, await asToday(borrower)),
    ).rejects.toMatchObject({ code: 'roleRequired' })
  })

  it.each([
    ['a greater one', 'organiser', 'registrar', lastDay, 'roleRequired'],
    ['for too long', 'organiser', 'organiser', '2027-03-01', 'invalidInput'],
    ['in the past', 'organiser', 'organiser', '2026-11-01', 'invalidInput'],
  ] as const)('is not %s', async (_, held, role, day, code) => {
    const [lender, borrower] = [await trusted(held), await trusted('caller')]
    await expect(
      call(
        lendRole,
        { email: emailOf(borrower), role, unitId: district.unitId, lastDay: day },
        await asToday(lender),
      ),
    ).rejects.toMatchObject({ code })
  })

  it('stands as lent in the review of who can see what', async () => {
    const [lender, borrower] = [await trusted('organiser'), await trusted('caller')]
    await lend(lender, borrower, 'organiser')
    const { grants } = await call(
      listAccessReview,
      { unitId: district.unitId },
      await district.person(['owner']),
    )
    const lent = grants.find(({ userId, role }) => userId === borrower && role === 'organiser')
    expect(lent).toMatchObject({ lentByName: 'organiser', validTo: lastDay })
    expect(lent!.parts).toContain('contact')
    expect(lent!.parts).not.toContain('personalNumber')
    expect(lent!.lastUsed).toBeNull()
    expect(grants.find(({ userId }) => userId === lender)?.lastUsed).not.toBeNull()
  })
})

describe('the review of who can see what', () => {
  it('is due until somebody has gone through it, and again after a year', async () => {
    const owner = await district.person(['owner'])
    const asked = { unitId: district.unitId }
    expect((await call(listAccessReview, asked, owner)).due).toBe(true)
    await call(confirmAccessReview, { ...asked, note: 'Stämmer' }, owner)
    const after = await call(listAccessReview, asked, owner)
    expect(after.due).toBe(false)
    expect(after.reviews).toMatchObject([{ day: '2026-11-22', reviewedByName: 'owner', note: 'Stämmer' }])
    office.setClock('2027-11-23T10:00:00Z')
    expect((await call(listAccessReview, asked, owner)).due).toBe(true)
    office.setClock('2026-11-22T10:00:00Z')
  })
})

describe('a record opened with a reason', () => {
  const reason = 'Polisen har larmat om ett hot.'

  it('is read for an hour by who opened it and nobody else; owner and person see it at once', async () => {
    const { personId, email } = await newMember(
      office.application,
      district.id,
      district.unitId,
      'skyddadord',
    )
    const { owner: database } = office.application.database
    await database.updateTable('people.person').set({ protected: true }).where('id', '=', personId).execute()
    const userId = await makeAccount(office.application, 'Skyddad')
    await linkAccount(office.application, district.id, userId, personId)
    const registrar = await district.person(['registrar'])
    await expect(
      call(openRecord, { knownBy: 'email', value: 'ingen@example.org', reason }, registrar),
    ).rejects.toMatchObject({ code: 'notFound' })
    const { openedId } = await call(openRecord, { knownBy: 'email', value: email, reason }, registrar)
    const { groups } = await call(getOpenedRecord, { openedId }, registrar)
    expect(JSON.stringify(groups)).toContain('Efternamnskyddadord')
    const other = await district.person(['registrar'])
    await expect(call(getOpenedRecord, { openedId }, other)).rejects.toMatchObject({ code: 'notFound' })

    const { opened } = await call(listOpenedRecords, {}, await district.person(['auditor']))
    expect(opened).toMatchObject([{ id: openedId, name: null, reason, isOpen: true }])
    expect(JSON.stringify(opened)).not.toContain('skyddadord')
    const { entries } = await call(listOwnEntries, {}, await asToday(userId))
    expect(entries.map(({ operation }) => operation)).toEqual([
      'list-opened-records',
      'get-opened-record',
      'open-record',
    ])

    office.setClock('2026-11-22T11:00:01Z')
    await expect(call(getOpenedRecord, { openedId }, registrar)).rejects.toMatchObject({ code: 'notFound' })
    office.setClock('2026-11-22T10:00:00Z')
  })

  it('asks for a second step and a written reason', async () => {
    const one = await district.person(['registrar'], { secondFactor: false })
    const value = newId()
    await expect(call(openRecord, { knownBy: 'personId', value, reason }, one)).rejects.toMatchObject({
      code: 'secondFactorRequired',
    })
    const two = await district.person(['registrar'])
    await expect(
      call(openRecord, { knownBy: 'personId', value, reason: 'för att' }, two),
    ).rejects.toMatchObject({ code: 'invalidInput' })
  })

  it('is in the log also when it was refused: who tried, whom, and why it was no', async () => {
    const place = await office.organisation()
    const { personId } = await newMember(office.application, place.id, place.unitId, 'forsokt')
    const userId = await makeAccount(office.application, 'Försökt')
    await linkAccount(office.application, place.id, userId, personId)
    const tries = [
      [await place.person(['organiser']), { value: personId, reason }],
      [await place.person(['registrar'], { secondFactor: false }), { value: personId, reason }],
      [await place.person(['registrar']), { value: personId, reason: 'för att' }],
      [await place.person(['registrar']), { value: newId(), reason }],
      [place.anonymous, { value: personId, reason }],
    ] as const
    for (const [caller, input] of tries) {
      await expect(call(openRecord, { knownBy: 'personId', ...input }, caller)).rejects.toThrow(Problem)
    }
    const { entries } = await call(
      listAuditEntries,
      { operation: 'open-record' },
      await place.person(['auditor']),
    )
    expect(entries.map(({ detail }) => detail['because']).toSorted()).toEqual([
      'invalidInput',
      'notFound',
      'roleRequired',
      'secondFactorRequired',
    ])
    expect(entries.map(({ sentence }) => sentence).join()).toContain('nekades: skäl')
    const own = await call(listOwnEntries, {}, { ...(await asToday(userId)), organisationId: place.id })
    expect(own.entries.filter(({ operation }) => operation === 'open-record').length).toBe(3)
  })
})

describe('what concerns the whole organisation', () => {
  it('asks for the role in its top unit', async () => {
    const owner = await district.person(['owner'])
    const below: Caller = {
      ...owner,
      actor: {
        ...(owner.actor as Extract<Actor, { kind: 'person' }>),
        grants: [{ role: 'owner', unitIds: [newId()] }],
      },
    }
    const kinds = [{ key: 'district', singular: 'Distrikt', plural: 'Distrikt', beside: false }]
    await expect(call(setUnitKinds, { kinds }, below)).rejects.toMatchObject({ code: 'roleRequired' })
    expect(await call(setUnitKinds, { kinds }, owner)).toEqual({ count: 1 })
  })
})
