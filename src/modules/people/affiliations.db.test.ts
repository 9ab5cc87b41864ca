import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Caller } from '#platform/operations/call.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { removeOwnAffiliation } from './operations/affiliations/remove-own-affiliation.ts'
import { recordAffiliation } from './operations/affiliations/record-affiliation.ts'
import { recordOwnAffiliation } from './operations/affiliations/record-own-affiliation.ts'
import { previewList } from './operations/lists/preview-list.ts'
import { createPerson } from './operations/persons/create-person.ts'
import { getPerson } from './operations/persons/get-person.ts'
import { setConsentWording } from './operations/persons/set-consent-wording.ts'
import { withdrawConsent } from './operations/persons/withdraw-consent.ts'
import { erasePerson } from './operations/privacy/erase-person.ts'
import { getOwnRecord } from './operations/privacy/get-own-record.ts'
import { withdrawOwnConsent } from './operations/privacy/withdraw-own-consent.ts'
import { tracesOf } from './testing/person-tables.ts'

let office: TestOffice
let ours: TestOrganisation
let registrar: Caller
let member: Caller
let personId: string
/** So that no test finds what another has told. */
let turn = 0
const call: TestOffice['application']['call'] = (operation, input, caller) =>
  office.application.call(operation, input, caller)
const agreed = true as const
const swedish = 'Jag samtycker till att föreningen sparar vad mer jag är med i.'

beforeAll(async () => {
  office = await openTestOffice()
}, 60_000)
afterAll(() => office.close())
beforeEach(async () => {
  turn += 1
  told = { agreed, kind: 'union', name: `Kvistarbetarna ${turn}`, role: 'skyddsombud' }
  office.setClock('2026-11-22T10:00:00Z')
  ours = await office.organisation()
  registrar = await ours.person(['owner', 'registrar'])
  const person = { unitId: ours.unitId, givenName: 'Vilda', familyName: 'Kvistlöv' }
  personId = (await call(createPerson, person, registrar)).personId
  member = await ours.person([])
  await office.application.database.owner
    .insertInto('people.account_link')
    .values({
      organisation_id: ours.id,
      user_id: member.actor.kind === 'person' ? member.actor.userId : '',
      person_id: personId,
      linked_at: new Date(),
    })
    .execute()
  await call(setConsentWording, { purpose: 'affiliations', swedish, english: swedish, months: 12 }, registrar)
})

let told: { agreed: true; kind: 'union'; name: string; role: string }
const own = async () => (await call(getOwnRecord, {}, member)).person!
const found = async (input: Record<string, unknown>) => {
  const where = { kind: 'and' as const, steps: [{ kind: 'filter' as const, filter: 'affiliation', input }] }
  return (await call(previewList, { query: { where, sample: null }, columns: ['name'] }, registrar)).found
}

it('is told with the consent to the words of today, and is found by kind and name', async () => {
  await call(recordOwnAffiliation, { personId, ...told }, member)
  await call(recordOwnAffiliation, { personId, ...told, role: 'ordförande' }, member)
  const { affiliations, consents } = await own()
  expect(affiliations).toMatchObject([{ kind: 'union', name: told.name, role: 'ordförande' }])
  expect(consents).toMatchObject([{ purpose: 'affiliations', version: 1, holds: true }])
  expect([
    await found({}),
    await found({ kind: 'union' }),
    await found({ kind: 'movement' }),
    await found({ word: 'KVIST' }),
    await found({ word: 'annat' }),
  ]).toEqual([1, 1, 0, 1, 0])
})

it('is written for nobody who has not agreed, nor where there are no words to agree to', async () => {
  const unsaid = { personId, ...told, agreed: false as unknown as true }
  await expect(call(recordOwnAffiliation, unsaid, member)).rejects.toMatchObject({
    code: 'invalidInput',
    issues: [{ message: 'affiliation.consentFirst' }],
  })
  const other = await office.organisation()
  const keeper = await other.person(['registrar'])
  const person = { unitId: other.unitId, givenName: 'Ask' }
  const { personId: ask } = await call(createPerson, person, keeper)
  await expect(call(recordAffiliation, { personId: ask, ...told }, keeper)).rejects.toMatchObject({
    code: 'notPossibleNow',
  })
})

it('is taken back in one step, with everything that was told, by whoever takes it back', async () => {
  await call(recordOwnAffiliation, { personId, ...told }, member)
  await call(
    recordOwnAffiliation,
    { personId, ...told, kind: 'movement', name: `Kvistlaget ${turn}` },
    member,
  )
  const [first] = (await own()).affiliations
  await call(withdrawOwnConsent, { personId, consentId: first!.consentId }, member)
  expect([(await own()).affiliations, await found({})]).toEqual([[], 0])
  expect(await tracesOf(office.application.database.pool, [told.name, `Kvistlaget ${turn}`])).toEqual([])

  await call(recordAffiliation, { personId, ...told }, registrar)
  const { affiliations } = await call(getPerson, { personId }, registrar)
  await call(withdrawConsent, { personId, consentId: affiliations![0]!.consentId }, registrar)
  expect((await call(getPerson, { personId }, registrar)).affiliations).toEqual([])
})

it('is not shown once the consent has run out', async () => {
  await call(recordOwnAffiliation, { personId, ...told }, member)
  office.setClock('2027-11-22T10:00:00Z')
  expect([(await own()).affiliations.length, await found({})]).toEqual([1, 1])
  office.setClock('2027-11-23T10:00:00Z')
  expect([(await own()).affiliations.length, await found({})]).toEqual([0, 0])
})

it('is seen by those who keep the register or organise, and by no other role', async () => {
  await call(recordOwnAffiliation, { personId, ...told }, member)
  const seenBy = async (role: 'organiser' | 'board' | 'auditor') =>
    (await call(getPerson, { personId }, await ours.person([role]))).affiliations?.length ?? null
  expect([await seenBy('organiser'), await seenBy('board'), await seenBy('auditor')]).toEqual([1, null, null])
  const where = {
    kind: 'and' as const,
    steps: [{ kind: 'filter' as const, filter: 'affiliation', input: {} }],
  }
  await expect(
    call(
      previewList,
      { query: { where, sample: null }, columns: ['name'] },
      await ours.person(['organiser']),
    ),
  ).resolves.toMatchObject({ found: 1 })
})

it('is one’s own to take away, and goes when the person is erased', async () => {
  const { affiliationId } = await call(recordOwnAffiliation, { personId, ...told }, member)
  const stranger = await ours.person([])
  await expect(call(removeOwnAffiliation, { personId, affiliationId }, stranger)).rejects.toMatchObject({
    code: 'notFound',
  })
  await call(removeOwnAffiliation, { personId, affiliationId }, member)
  expect((await own()).affiliations).toEqual([])
  await call(recordOwnAffiliation, { personId, ...told }, member)
  await call(erasePerson, { personId, confirmed: true }, registrar)
  expect(await tracesOf(office.application.database.pool, [told.name])).toEqual([])
})
