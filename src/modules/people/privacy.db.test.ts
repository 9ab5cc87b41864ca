import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createUnit } from '#modules/organisation/index.ts'
import { listAuditEntries, listOwnEntries } from '#platform/audit/index.ts'
import type { Actor } from '#platform/access/actor.ts'
import { newId } from '#platform/identifiers.ts'
import type { Caller } from '#platform/operations/call.ts'
import { makeAccount, openTestOffice } from '../../../tests/support/test-office.ts'
import type { TestOffice, TestOrganisation } from '../../../tests/support/test-office.ts'
import { listMoves } from './operations/persons/list-moves.ts'
import { answerAccountInvitation } from './operations/privacy/answer-account-invitation.ts'
import { applyRetention } from './operations/privacy/apply-retention.ts'
import { createErasureRequest } from './operations/privacy/create-erasure-request.ts'
import { erasePerson } from './operations/privacy/erase-person.ts'
import { getOwnEverything } from './operations/privacy/get-own-everything.ts'
import { getOwnRecord } from './operations/privacy/get-own-record.ts'
import { inviteToOwnPage } from './operations/privacy/invite-to-own-page.ts'
import { listErasureRequests } from './operations/privacy/list-erasure-requests.ts'
import { makeCalendarFeed } from './operations/privacy/make-calendar-feed.ts'
import { moveHome } from './operations/privacy/move-home.ts'
import { previewRetention } from './operations/privacy/preview-retention.ts'
import { readCalendar } from './operations/privacy/read-calendar.ts'
import { refuseErasureRequest } from './operations/privacy/refuse-erasure-request.ts'
import { revokeCalendarFeed } from './operations/privacy/revoke-calendar-feed.ts'
import { searchOwnRecord } from './operations/privacy/search-own-record.ts'
import { setRetentionRule } from './operations/privacy/set-retention-rule.ts'
import { withdrawOwnConsent } from './operations/privacy/withdraw-own-consent.ts'
import { suppressedAmong, suppressionMarks } from './store/privacy/suppression.ts'
import { linkAccount, newMember } from './testing/new-member.ts'
import { putRow, tablesWithPerson, tracesOf } from './testing/person-tables.ts'

let office: TestOffice
let district: TestOrganisation
let call: TestOffice['application']['call']

beforeAll(async () => {
  office = await openTestOffice()
  district = await office.organisation()
  call = office.application.call
})
afterAll(() => office.close())

let words = 0
/** A member of the district (or of a unit in it) with an account of their own, and nothing but that. */
async function member(unitId = district.unitId) {
  const word = `ord${(words += 1)}sluta`
  const { application } = office
  const made = await newMember(application, district.id, unitId, word)
  const userId = await makeAccount(application, `Konto ${word}`)
  await linkAccount(application, district.id, userId, made.personId)
  return { ...made, word, userId, caller: somebody(userId) }
}

function somebody(userId: string): Caller {
  const actor: Actor = {
    kind: 'person',
    userId,
    name: 'Medlem',
    grants: [],
    via: 'session',
    tokenScopes: null,
    secondFactor: false,
  }
  return { actor, organisationId: district.id, language: 'sv' }
}

const association = async (name: string) =>
  (
    await call(
      createUnit,
      {
        parentId: district.unitId,
        kind: 'association',
        name: `${name} ${newId().slice(-6)}`,
      },
      district.operator,
    )
  ).unitId

describe('the own page', () => {
  it('shows nothing to an account that is tied to nobody', async () => {
    const userId = await makeAccount(office.application, 'Ingen')
    expect((await call(getOwnRecord, {}, somebody(userId))).person).toBeNull()
    expect((await call(getOwnEverything, {}, somebody(userId))).groups).toEqual([])
  })

  it('moves a member: the record follows, extra memberships stay, and both units see it', async () => {
    const [from, to, extra] = [
      await association('Från'),
      await association('Till'),
      await association('Vid sidan'),
    ]
    const { personId, caller } = await member(from)
    await office.application.database.owner
      .insertInto('people.membership')
      .values({
        organisation_id: district.id,
        id: newId(),
        person_id: personId,
        home_unit_id: from,
        unit_id: extra,
        kind: 'extra',
        status: 'active',
        valid_from: '2025-01-01',
        recorded_at: new Date(),
      })
      .execute()
    await call(moveHome, { personId, unitId: to }, caller)
    const { person } = await call(getOwnRecord, {}, caller)
    expect(person?.homeUnitId).toBe(to)
    expect(
      person?.memberships.map(({ unitId, kind, validFrom, validTo }) => ({
        unitId,
        kind,
        validFrom,
        validTo,
      })),
    ).toEqual([
      { unitId: to, kind: 'home', validFrom: '2026-11-22', validTo: null },
      { unitId: extra, kind: 'extra', validFrom: '2025-01-01', validTo: null },
      { unitId: from, kind: 'home', validFrom: '2024-01-15', validTo: '2026-11-21' },
    ])
    for (const unitId of [from, to]) {
      const { moves } = await call(
        listMoves,
        { unitId },
        { ...district.operator, actor: organiserOf(unitId) },
      )
      expect(moves).toMatchObject([{ personId, from: { id: from }, to: { id: to }, day: '2026-11-22' }])
    }
  })

  it('takes a consent back at once, and shows that it was given', async () => {
    const { personId, caller } = await member()
    const before = await call(getOwnRecord, {}, caller)
    const [consent] = before.person!.consents
    expect(consent?.holds).toBe(true)
    await call(withdrawOwnConsent, { personId, consentId: consent!.id }, caller)
    const after = await call(getOwnRecord, {}, caller)
    expect(after.person!.consents).toMatchObject([{ id: consent!.id, holds: false }])
    expect(after.person!.offered.map(({ wordingId }) => wordingId)).toContain(consent!.wordingId)
  })

  it('has a calendar address that works for anybody who has it, until it is revoked', async () => {
    const { personId, caller } = await member()
    const { address } = await call(makeCalendarFeed, { personId }, caller)
    const token = /calendar\/(.+)\.ics$/.exec(address)![1]!
    const text = await (await call(readCalendar, { token }, district.anonymous)).text()
    expect(text).toContain('DTSTART;VALUE=DATE:20261231')
    await call(revokeCalendarFeed, { personId }, caller)
    await expect(call(readCalendar, { token }, district.anonymous)).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('tells a person who has read the record, also when they had no account then', async () => {
    const { personId, caller, word } = await member()
    const registrar = await district.person(['registrar'])
    await call(inviteToOwnPage, { personId }, registrar)
    const { entries } = await call(listOwnEntries, {}, caller)
    expect(entries.map(({ operation }) => operation)).toEqual(['invite-to-own-page'])
    const other = await member()
    expect((await call(listOwnEntries, {}, other.caller)).entries).toEqual([])
    const { groups } = await call(getOwnEverything, {}, caller)
    expect(groups.find(({ about }) => about === 'audit.entry')?.rows).toHaveLength(1)
    expect(JSON.stringify(groups)).toContain(`Anteckning ${word}`)
    expect(JSON.stringify(groups)).not.toContain(other.word)
  })
})

function organiserOf(unitId: string): Actor {
  return {
    kind: 'person',
    userId: 'somebody',
    name: 'Organisatör',
    grants: [{ role: 'organiser', unitIds: [unitId] }],
    via: 'session',
    tokenScopes: null,
    secondFactor: true,
  }
}

/** The same person, trusted in these units. */
function trustedIn(actor: Actor, unitIds: string[]): Actor {
  if (actor.kind !== 'person') throw new Error('Only persons are trusted.')
  return { ...actor, grants: actor.grants.map((grant) => ({ ...grant, unitIds })) }
}

/** The secret in the last mail to an address. */
async function tokenIn(email: string): Promise<string | null> {
  const mail = await office.application.database.owner
    .selectFrom('mail.message')
    .select('body_text')
    .where('recipient', '=', email)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return mail ? decodeURIComponent(/token=(\S+)/.exec(mail.body_text)![1]!) : null
}

describe('an account comes to its record', () => {
  it('by the link a registrar mails to the record’s own address, once', async () => {
    const word = `ord${(words += 1)}sluta`
    const { personId, email } = await newMember(office.application, district.id, district.unitId, word)
    await call(inviteToOwnPage, { personId }, await district.person(['registrar']))
    const token = (await tokenIn(email))!
    const userId = await makeAccount(office.application, 'Ny')
    await call(answerAccountInvitation, { token }, somebody(userId))
    expect((await call(getOwnRecord, {}, somebody(userId))).person?.id).toBe(personId)
    await expect(call(answerAccountInvitation, { token }, somebody(userId))).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('by its own confirmed address, only when exactly one record has it confirmed too', async () => {
    const word = `ord${(words += 1)}sluta`
    const { owner } = office.application.database
    const { personId, email } = await newMember(office.application, district.id, district.unitId, word)
    const userId = await makeAccount(office.application, 'Sökande')
    await owner
      .updateTable('account.user')
      .set({ email, emailVerified: false })
      .where('id', '=', userId)
      .execute()
    await call(searchOwnRecord, {}, somebody(userId))
    expect(await tokenIn(email)).toBeNull()
    await owner.updateTable('account.user').set({ emailVerified: true }).where('id', '=', userId).execute()
    await call(searchOwnRecord, {}, somebody(userId))
    await call(answerAccountInvitation, { token: (await tokenIn(email))! }, somebody(userId))
    expect((await call(getOwnRecord, {}, somebody(userId))).person?.id).toBe(personId)
  })
})

describe('everything that is kept', () => {
  it('holds every row with the person’s id, in whichever tables they stand', async () => {
    const { personId, userId } = await member()
    const { pool } = office.application.database
    const tables = (await tablesWithPerson(pool)).filter(({ name }) => name !== 'people.account_link')
    expect(tables.length).toBeGreaterThan(15)
    const fills = fc.array(fc.tuple(fc.nat(tables.length - 1), fc.integer({ min: 1, max: 3 })), {
      minLength: 1,
    })
    await fc.assert(
      fc.asyncProperty(fills, async (chosen) => {
        const client = await pool.connect()
        try {
          await client.query('begin')
          await client.query('set local session_replication_role = replica')
          const { rows: limits } = await client.query<{ drop: string }>(
            `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop
             from pg_constraint where contype in ('c', 'x') and conrelid <> 0
             and connamespace = 'people'::regnamespace`,
          )
          for (const limit of limits) await client.query(limit.drop)
          for (const [index, count] of chosen) {
            for (let each = 0; each < count; each += 1) {
              await putRow(client, tables[index]!, { organisationId: district.id, personId, newId })
            }
          }
          const expected = new Map<string, number>()
          for (const { name } of tables) {
            const { rows } = await client.query(
              `select count(*)::int as count from ${name} where person_id = $1`,
              [personId],
            )
            if (rows[0].count > 0) expected.set(name, rows[0].count)
          }
          await client.query(
            `select set_config('kansli.organisation_id', $1, true), set_config('kansli.user_id', $2, true),
               set_config('kansli.scope', '{}', true)`,
            [district.id, userId],
          )
          await client.query(`set local role kansli_app`)
          const { rows } = await client.query<{ about: string; count: number }>(
            `select about, count(*)::int as count from people.everything_own() group by about`,
          )
          const told = new Map(rows.map((row) => [row.about, row.count]))
          for (const [name, count] of expected) expect([name, told.get(name)]).toEqual([name, count])
        } finally {
          await client.query('rollback')
          client.release()
        }
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})

describe('erasure', () => {
  it('leaves no word of the person in any table, and keeps out who comes back unasked', async () => {
    const { personId, caller, word, email, userId } = await member()
    const [unitId, { organisationId, actor }] = [
      await association('Ny hemort'),
      await district.person(['registrar']),
    ]
    const registrar: Caller = {
      organisationId,
      language: 'sv',
      actor: trustedIn(actor, [district.unitId, unitId]),
    }
    await call(createErasureRequest, { personId, message: `Nu räcker det ${word}` }, caller)
    await call(inviteToOwnPage, { personId }, registrar)
    await call(moveHome, { personId, unitId }, caller)
    const { pool } = office.application.database
    expect((await tracesOf(pool, [word])).length).toBeGreaterThan(10)
    await call(erasePerson, { personId, confirmed: true }, registrar)
    expect(await tracesOf(pool, [word, userId && `Konto ${word}`])).toEqual([])
    expect((await call(getOwnRecord, {}, caller)).person).toBeNull()
    const { requests } = await call(listErasureRequests, {}, registrar)
    expect(requests.find((each) => each.personId === personId)).toMatchObject({ state: 'done', name: null })
    const marks = suppressionMarks(office.application, { emails: [email] })
    const found = await office.application.database.owner
      .transaction()
      .execute((db) => suppressedAmong({ db }, marks))
    expect([...found]).toEqual(marks)
  }, 60_000)

  it('is asked for in words, and not while the person is trusted with a role', async () => {
    const { personId, userId } = await member()
    const registrar = await district.person(['registrar'])
    await expect(call(erasePerson, { personId, confirmed: false }, registrar)).rejects.toMatchObject({
      code: 'invalidInput',
    })
    await office.application.database.owner
      .insertInto('organisation.role_grant')
      .values({
        organisation_id: district.id,
        id: newId(),
        user_id: userId,
        role: 'organiser',
        unit_id: district.unitId,
        valid_from: '2026-01-01',
        granted_at: new Date(),
      })
      .execute()
    await expect(call(erasePerson, { personId, confirmed: true }, registrar)).rejects.toMatchObject({
      code: 'notPossibleNow',
    })
  })

  it('may be refused, and the reason is read by the person', async () => {
    const { personId, caller } = await member()
    const { requestId } = await call(createErasureRequest, { personId }, caller)
    const reason = 'Uppdraget redovisas till årsmötet.'
    await call(refuseErasureRequest, { requestId, reason }, await district.person(['registrar']))
    expect((await call(getOwnRecord, {}, caller)).person?.erasure).toMatchObject({ state: 'refused', reason })
  })
})

describe('retention', () => {
  it('previews exactly who, does nothing until it is switched on, and then just that', async () => {
    const gone = await member()
    const staying = await member()
    await office.application.database.owner
      .updateTable('people.membership')
      .set({ status: 'left', valid_to: '2024-06-30' })
      .where('person_id', '=', gone.personId)
      .execute()
    const registrar = await district.person(['registrar'])
    const preview = await call(previewRetention, { key: 'leftMembers' }, registrar)
    expect(preview).toMatchObject({ persons: 1, rows: 1, shown: [{ personId: gone.personId }] })
    await call(applyRetention, {}, district.operator)
    expect((await call(getOwnRecord, {}, gone.caller)).person).not.toBeNull()
    await call(setRetentionRule, { key: 'leftMembers', months: 24, active: true }, registrar)
    expect(await call(applyRetention, {}, district.operator)).toEqual({ counts: { leftMembers: 1 } })
    expect((await call(getOwnRecord, {}, gone.caller)).person).toBeNull()
    expect((await call(getOwnRecord, {}, staying.caller)).person).not.toBeNull()
    expect(await tracesOf(office.application.database.pool, [gone.word])).toEqual([])
    const { entries } = await call(
      listAuditEntries,
      { operation: 'apply-retention' },
      await district.person(['auditor']),
    )
    expect(entries.length).toBe(2)
  }, 60_000)
})
