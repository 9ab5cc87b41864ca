import { describe, expect, it } from 'vitest'
import { createBody, setSeat } from '#modules/organisation/index.ts'
import { appointPerson } from './operations/posts/appoint-person.ts'
import { findCandidates } from './operations/posts/find-candidates.ts'
import { findPublicContacts } from './operations/posts/find-public-contacts.ts'
import { getBodyHolders } from './operations/posts/get-body-holders.ts'
import { getPersonPosts } from './operations/posts/get-person-posts.ts'
import { joinBody } from './operations/posts/join-body.ts'
import { leaveBody } from './operations/posts/leave-body.ts'
import { listOwnNetworks } from './operations/posts/list-own-networks.ts'
import { listUnitHealth } from './operations/posts/list-unit-health.ts'
import { postsOffice } from './testing/posts-office.ts'

const posts = postsOffice()
const { call, person, protect, board, committee, mandate } = posts

describe('a person', () => {
  it('has a page of posts, and is found by the beginnings of names', async () => {
    const { seatId } = await board()
    const personId = await person('Asta')
    await call(appointPerson, { personId, seatId, from: '2026-02-01' })
    await mandate(personId, await committee('Nämnden', 'Alby kommun'), '2023-01-01')
    const held = await call(getPersonPosts, { personId })
    expect([held.terms[0]!.bodyName, held.terms[0]!.role, held.mandates[0]!.bodyName]).toEqual([
      'Styrelsen',
      'Ledamot',
      'Nämnden, Alby kommun',
    ])
    const { persons } = await call(findCandidates, { words: 'ast prov' })
    expect(persons.map((each) => each.name)).toEqual(['Asta Provsson'])
    expect((await call(findCandidates, { words: '%' })).persons).toHaveLength(1)
  })

  it('joins and leaves an open network by themselves', async () => {
    const member = await posts.ours.person(['member'])
    const personId = await person('Asta')
    await posts.office.application.database.owner
      .insertInto('people.account_link')
      .values({
        organisation_id: posts.ours.id,
        user_id: member.actor.kind === 'person' ? member.actor.userId : '',
        person_id: personId,
        linked_at: new Date(),
      })
      .execute()
    const make = async (name: string, openToJoin: boolean) =>
      (
        await call(createBody, {
          unitId: posts.ours.unitId,
          kind: 'network',
          name,
          openToJoin,
          validFrom: '2026-01-01',
        })
      ).bodyId
    const [open, closed] = [await make('Öppna', true), await make('Slutna', false)]
    await call(joinBody, { bodyId: open }, member)
    await expect(call(joinBody, { bodyId: open }, member)).rejects.toMatchObject({
      detail: { key: 'post.joinedAlready' },
    })
    await expect(call(joinBody, { bodyId: closed }, member)).rejects.toMatchObject({
      detail: { key: 'post.notOpen' },
    })
    expect((await call(listOwnNetworks, {}, member)).bodyIds).toEqual([open])
    posts.office.setClock('2026-10-20T10:00:00Z')
    await call(leaveBody, { bodyId: open }, member)
    expect((await call(listOwnNetworks, {}, member)).bodyIds).toEqual([])
    const members = async (asOf: string) =>
      (await call(getBodyHolders, { bodyId: open, asOf })).members.length
    expect([await members('2026-10-20'), await members('2026-10-21')]).toEqual([1, 0])
  })
})

it('the health of a unit is what it has and what it lacks', async () => {
  const lacks = async () => {
    const { units } = await call(listUnitHealth, { leastMembers: 1 })
    return units[0]!.checks.filter((each) => !each.holds).map((each) => each.check)
  }
  expect(await lacks()).toHaveLength(8)
  const { seatId } = await board()
  await call(appointPerson, { personId: await person('Asta'), seatId, from: '2026-02-01' })
  expect(await lacks()).toEqual([
    'highestMeeting',
    'chair',
    'treasurer',
    'contactAddress',
    'members',
    'activity',
  ])
})

describe('the public look-up', () => {
  it('tells roles and their addresses, and names only where they are marked', async () => {
    const { bodyId } = await call(createBody, {
      unitId: posts.ours.unitId,
      kind: 'board',
      name: 'Styrelsen',
      contactAddress: 'styrelsen@example.org',
      validFrom: '2026-01-01',
    })
    const seat = async (roleKind: string, namePublic: boolean) =>
      (
        await call(setSeat, {
          bodyId,
          roleKind,
          number: 1,
          namePublic,
          contactAddress: `${roleKind}@example.org`,
          from: '2026-01-01',
        })
      ).seatId
    const people = [await person('Asta'), await person('Bo'), await person('Hemlig')]
    for (const [index, seatId] of [
      await seat('chair', true),
      await seat('treasurer', false),
      await seat('secretary', true),
    ].entries()) {
      await call(appointPerson, { personId: people[index]!, seatId, from: '2026-02-01' })
    }
    await protect(people[2]!)
    const school = await committee('Skolnämnden', 'Exempelby kommun')
    await mandate(people[0]!, school, '2023-01-01', { namePublic: true })
    await mandate(people[1]!, school, '2023-01-01')
    for (const words of ['exempelby', '0199', 'norra']) {
      const { units } = await call(findPublicContacts, { words }, posts.ours.anonymous)
      expect(units).toHaveLength(1)
      expect(units[0]!.bodies[0]!.roles).toEqual([
        { label: 'Ordförande', contactAddress: 'chair@example.org', holders: ['Asta Provsson'] },
        { label: 'Kassör', contactAddress: 'treasurer@example.org', holders: [] },
        { label: 'Sekreterare', contactAddress: 'secretary@example.org', holders: [] },
      ])
      expect(units[0]!.publicBodies).toEqual([
        {
          name: 'Skolnämnden',
          areaName: 'Exempelby kommun',
          holders: [{ name: 'Asta Provsson', post: '', deputy: false }],
        },
      ])
    }
    expect((await call(findPublicContacts, { words: 'ingenstans' }, posts.ours.anonymous)).units).toEqual([])
  })
})
