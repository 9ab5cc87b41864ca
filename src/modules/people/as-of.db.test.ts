import { expect, it } from 'vitest'
import {
  changeBody,
  changePublicBody,
  closeUnit,
  createUnit,
  endBody,
  getBody,
  getUnit,
  listBodies,
  listKinds,
  listPublicBodies,
  listUnits,
  moveUnit,
  recordBodyActivity,
  renameUnit,
  searchUnits,
  setBodyKinds,
  setSeat,
  setUnitKinds,
} from '#modules/organisation/index.ts'
import { countMembers } from './operations/persons/count-members.ts'
import { listMembers } from './operations/persons/list-members.ts'
import { setMembership } from './operations/persons/set-membership.ts'
import { appointPerson } from './operations/posts/appoint-person.ts'
import { endMandate } from './operations/posts/end-mandate.ts'
import { endTerm } from './operations/posts/end-term.ts'
import { getBodyHolders } from './operations/posts/get-body-holders.ts'
import { getPersonPosts } from './operations/posts/get-person-posts.ts'
import { listMandates } from './operations/posts/list-mandates.ts'
import { listRemunerations } from './operations/posts/list-remunerations.ts'
import { listSiblingCommittees } from './operations/posts/list-sibling-committees.ts'
import { listUnitHealth } from './operations/posts/list-unit-health.ts'
import { listVacancies } from './operations/posts/list-vacancies.ts'
import { setRemuneration } from './operations/posts/set-remuneration.ts'
import { postsOffice } from './testing/posts-office.ts'

const posts = postsOffice()
const { call, person, board, committee, mandate } = posts

const renamed = <Kind extends { singular: string }>(kinds: readonly Kind[]) =>
  kinds.map((kind) => ({ ...kind, singular: `Ny ${kind.singular}` }))

it('no change shows on a day before it, on any page about the organisation', async () => {
  const owner = await posts.ours.person(['owner'])
  const { unitId } = posts.ours
  posts.office.setClock('2026-03-01T10:00:00Z')
  const { unitId: branch } = await call(
    createUnit,
    { parentId: unitId, kind: 'association', name: 'Alby' },
    owner,
  )
  const { unitId: other } = await call(
    createUnit,
    { parentId: unitId, kind: 'association', name: 'Backa' },
    owner,
  )
  const { bodyId, seatId } = await board(3)
  const council = await committee('Skolnämnden', 'Alby kommun', 'Skola')
  const sibling = await committee('Barnnämnden', 'Backa kommun', 'Skola')
  const [asta, bo] = [await person('Asta'), await person('Bo')]
  const { termId } = await call(appointPerson, { personId: asta, seatId, from: '2026-03-01' })
  const mandateId = await mandate(asta, council, '2023-01-01')
  await mandate(bo, sibling, '2023-01-01')
  await call(setRemuneration, { mandateId, kind: 'part', degree: '40', from: '2026-03-01' })
  await call(
    setMembership,
    { personId: asta, kind: 'home', unitId, status: 'active', from: '2026-03-01' },
    owner,
  )
  posts.office.setClock('2026-10-01T10:00:00Z')

  const asOf = '2026-05-01'
  const shown = async (day: { asOf?: string }) => ({
    units: await call(listUnits, day),
    unit: await call(getUnit, { unitId: other, ...day }),
    found: await call(searchUnits, { words: 'backa', ...day }),
    kinds: await call(listKinds, day),
    bodies: await call(listBodies, day),
    body: await call(getBody, { bodyId, ...day }),
    holders: await call(getBodyHolders, { bodyId, ...day }),
    vacancies: await call(listVacancies, day),
    publicBodies: await call(listPublicBodies, day),
    mandates: await call(listMandates, day),
    siblings: await call(listSiblingCommittees, day),
    remunerations: await call(listRemunerations, day),
    health: await call(listUnitHealth, day, owner),
    posts: await call(getPersonPosts, { personId: asta, ...day }),
    counts: await call(countMembers, day),
    members: await call(listMembers, { unitId, ...day }),
  })
  const before = await shown({ asOf })

  await call(renameUnit, { unitId: other, name: 'Backa och Brunn', from: '2026-06-01' }, owner)
  await call(moveUnit, { unitId: other, parentId: branch, from: '2026-06-01' }, owner)
  await call(closeUnit, { unitId: other, lastDay: '2026-08-31' }, owner)
  const { unitKinds, bodyKinds, roleKinds } = await call(listKinds, {}, owner)
  await call(setUnitKinds, { kinds: renamed(unitKinds).toReversed() }, owner)
  await call(setBodyKinds, { bodyKinds: renamed(bodyKinds), roleKinds: renamed(roleKinds) }, owner)
  await call(recordBodyActivity, { bodyId, what: 'Möte', day: '2026-06-01' })
  await call(setSeat, { bodyId, seatId, number: 5, from: '2026-06-01' })
  const fact = { kind: 'board', parentId: null, purpose: '', contactAddress: '', isHighest: false }
  await call(
    changeBody,
    { bodyId, ...fact, name: 'Distriktsstyrelsen', openToJoin: false, from: '2026-06-01' },
    owner,
  )
  await call(endTerm, { termId, lastDay: '2026-06-30', reason: 'Flyttade' })
  await call(appointPerson, { personId: bo, seatId, from: '2026-07-01' })
  await call(setRemuneration, { mandateId, kind: 'part', degree: '60', from: '2026-06-01' })
  await call(endMandate, { mandateId, lastDay: '2026-06-30', reason: 'Avsade sig' })
  await mandate(bo, council, '2026-07-01')
  await call(changePublicBody, {
    publicBodyId: council,
    name: 'Utbildningsnämnden',
    policyArea: 'Lärande',
    from: '2026-06-01',
  })
  await call(
    setMembership,
    { personId: bo, kind: 'home', unitId, status: 'active', from: '2026-06-01' },
    owner,
  )

  expect(await shown({ asOf })).toEqual(before)
  // Every page has something to show that is new.
  const now = await shown({})
  for (const [page, then] of Object.entries(before)) {
    expect({ page, ...now[page as keyof typeof now], asOf }).not.toEqual({ page, ...then, asOf })
  }
  await call(endBody, { bodyId }, owner)
  expect(await shown({ asOf })).toEqual(before)
})
