import { afterAll, beforeAll, expect, it } from 'vitest'
import { createUnit } from '#modules/organisation/index.ts'
import { newId } from '#platform/identifiers.ts'
import type { Caller } from '#platform/operations/call.ts'
import {
  makeAccount,
  makeGrant,
  openTestOffice,
  type TestOffice,
  type TestOrganisation,
} from '../../../tests/support/test-office.ts'
import { addExtraMembership } from './operations/persons/add-extra-membership.ts'
import { createPerson } from './operations/persons/create-person.ts'
import { getPerson } from './operations/persons/get-person.ts'
import { giveConsent } from './operations/persons/give-consent.ts'
import { searchSkills } from './operations/persons/search-skills.ts'
import { setConsentWording } from './operations/persons/set-consent-wording.ts'
import { setEngagement } from './operations/persons/set-engagement.ts'
import { listUnitUse } from './operations/use/list-unit-use.ts'

let office: TestOffice
let ours: TestOrganisation
const call: TestOffice['application']['call'] = (operation, input, caller) =>
  office.application.call(operation, input, caller)

beforeAll(async () => {
  office = await openTestOffice()
}, 60_000)
afterAll(() => office.close())

const unit = async (name: string, kind = 'association') =>
  (await call(createUnit, { parentId: ours.unitId, kind, name }, ours.operator)).unitId

const trustedIn = (caller: Caller, role: 'owner' | 'organiser' | 'registrar', unitIds: string[]): Caller => ({
  ...caller,
  actor: {
    ...caller.actor,
    grants: [{ role, unitIds, top: unitIds.includes(ours.unitId) }],
  } as Caller['actor'],
})

it('says which units are used by those they trust, and by whom only as a number', async () => {
  ours = await office.organisation()
  const [signedIn, worked, silent, empty] = [
    await unit('Inloggade'),
    await unit('Arbetande'),
    await unit('Tysta'),
    await unit('Tomma'),
  ]
  const { owner } = office.application.database
  const appointed = async (unitId: string) => {
    const userId = await makeAccount(office.application, 'Organisatör')
    await makeGrant(office.application, { organisationId: ours.id, userId, role: 'organiser', unitId })
    return userId
  }
  const session = async (userId: string, at: string) =>
    owner
      .insertInto('account.session')
      .values({ id: newId(), token: newId(), userId, expiresAt: new Date(at), updatedAt: new Date(at) })
      .execute()
  await session(await appointed(signedIn), '2026-11-20T10:00:00Z')
  await session(await appointed(signedIn), '2026-02-20T10:00:00Z')
  const worker = await appointed(worked)
  await session(worker, '2026-08-01T10:00:00Z')
  await session(await appointed(silent), '2026-10-01T10:00:00Z')
  // Doing something counts, though the session is old.
  const caller = trustedIn(await ours.person([]), 'organiser', [worked])
  await call(
    searchSkills,
    { unitId: worked },
    { ...caller, actor: { ...caller.actor, userId: worker } as Caller['actor'] },
  )
  const all = [ours.unitId, signedIn, worked, silent, empty]
  const organiser = trustedIn(await ours.person(['organiser']), 'organiser', all)
  const shown = await call(listUnitUse, {}, organiser)
  const by = (id: string) => {
    const found = shown.units.find(({ unitId }) => unitId === id)!
    return [found.state, found.trusted, found.lastUse]
  }
  expect([by(signedIn), by(worked), by(silent), by(empty)]).toEqual([
    ['active', 2, 'week'],
    ['active', 1, 'week'],
    ['quiet', 1, 'quarter'],
    ['nobody', 0, 'never'],
  ])
  expect(shown.counts.quiet).toBeGreaterThanOrEqual(1)
  // A unit's own organiser sees the unit, and none beside it.
  const narrow = await call(listUnitUse, {}, trustedIn(organiser, 'organiser', [silent]))
  expect(narrow.units.map(({ unitId }) => unitId)).toEqual([silent])
  expect(JSON.stringify(shown)).not.toContain(worker)
  await expect(call(listUnitUse, {}, await ours.person(['board']))).rejects.toMatchObject({
    code: 'roleRequired',
  })
})

it('finds skills no further than each has agreed to, and no longer than the consent holds', async () => {
  office.setClock('2026-01-10T10:00:00Z')
  ours = await office.organisation()
  const [village, books] = [await unit('Byn'), await unit('Bokvännerna', 'interestAssociation')]
  const registrar = trustedIn(await ours.person(['owner', 'registrar']), 'owner', [
    ours.unitId,
    village,
    books,
  ])
  const { wordingId } = await call(
    setConsentWording,
    { purpose: 'engagement', swedish: 'Ja.', english: 'Yes.', months: 6 },
    registrar,
  )
  const member = async (givenName: string, visibility: 'unit' | 'district') => {
    const person = { unitId: village, givenName, familyName: 'Prov' }
    const { personId } = await call(createPerson, person, registrar)
    await call(addExtraMembership, { personId, unitId: books }, registrar)
    await call(giveConsent, { personId, wordingId, through: 'samtal' }, registrar)
    const consentId = (await call(getPerson, { personId }, registrar)).consents![0]!.id
    await call(setEngagement, { personId, consentId, skills: ['Ljudteknik'], visibility }, registrar)
    return personId
  }
  const [near, far] = [await member('Nära', 'unit'), await member('Fjärran', 'district')]
  const found = async (unitId: string, words = 'ljud') =>
    (await call(searchSkills, { unitId, words }, registrar)).persons
      .map(({ personId }) => personId)
      .toSorted()
  expect(await found(village)).toEqual([near, far].toSorted())
  expect(await found(ours.unitId)).toEqual([far])
  expect(await found(books)).toEqual([far])
  expect(await found(village, 'bild')).toEqual([])
  office.setClock('2026-07-10T10:00:00Z')
  expect(await found(ours.unitId)).toEqual([far])
  expect((await call(getPerson, { personId: far }, registrar)).engagement).not.toBeNull()
  office.setClock('2026-07-11T10:00:00Z')
  expect(await found(ours.unitId)).toEqual([])
  expect((await call(getPerson, { personId: far }, registrar)).engagement).toBeNull()
})
