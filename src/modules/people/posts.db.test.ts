import { describe, expect, it } from 'vitest'
import { createBody, createUnit, setGroupSource } from '#modules/organisation/index.ts'
import { newId } from '#platform/identifiers.ts'
import { appointPerson } from './operations/posts/appoint-person.ts'
import { endMandate } from './operations/posts/end-mandate.ts'
import { endTerm } from './operations/posts/end-term.ts'
import { exportPopolo } from './operations/posts/export-popolo.ts'
import { getBodyHolders } from './operations/posts/get-body-holders.ts'
import { listMandates } from './operations/posts/list-mandates.ts'
import { listRemunerations } from './operations/posts/list-remunerations.ts'
import { listSiblingCommittees } from './operations/posts/list-sibling-committees.ts'
import { listVacancies } from './operations/posts/list-vacancies.ts'
import { setRemuneration } from './operations/posts/set-remuneration.ts'
import { withdrawPost } from './operations/posts/withdraw-post.ts'
import { postsOffice } from './testing/posts-office.ts'

const posts = postsOffice()
const { call, person, protect, board, committee, mandate } = posts

describe('seats', () => {
  it('are held by whom on which day, and vacant from the day after', async () => {
    const { bodyId, seatId } = await board()
    const [asta, bo] = [await person('Asta'), await person('Bo')]
    const { termId } = await call(appointPerson, { personId: asta, seatId, from: '2026-02-01' })
    await expect(call(appointPerson, { personId: bo, seatId, from: '2026-05-01' })).rejects.toMatchObject({
      detail: { key: 'post.noSeatLeft', params: { day: '2026-05-01' } },
    })
    await call(endTerm, { termId, lastDay: '2026-06-30', reason: 'Flyttade' })
    await call(appointPerson, { personId: bo, seatId, from: '2026-08-01' })
    const on = async (asOf: string) => {
      const { seats } = await call(getBodyHolders, { bodyId, asOf })
      return seats.map(({ holders, vacant }) => [holders.map((each) => each.name).join(), vacant])
    }
    expect(await on('2026-01-31')).toEqual([['', 1]])
    expect(await on('2026-06-30')).toEqual([['Asta Provsson', 0]])
    expect(await on('2026-07-01')).toEqual([['', 1]])
    expect(await on('2026-08-01')).toEqual([['Bo Provsson', 0]])
    const { bodies } = await call(listVacancies, { asOf: '2026-07-15' })
    expect(bodies).toEqual([{ bodyId, number: 1, held: 0, vacant: 1, over: 0 }])
    await expect(call(endTerm, { termId, lastDay: '2026-07-31' })).rejects.toMatchObject({
      detail: { key: 'post.ended' },
    })
  })

  it('never go to more than there are, whoever appoints at the same moment', async () => {
    const { bodyId, seatId } = await board()
    const people = [await person('Asta'), await person('Bo'), await person('Cia')]
    const tries = await Promise.allSettled(
      people.map((personId) => call(appointPerson, { personId, seatId, from: '2026-02-01' })),
    )
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    const { seats } = await call(getBodyHolders, { bodyId })
    expect(seats[0]).toMatchObject({ vacant: 0, over: 0 })
  })

  it('taken back, never held', async () => {
    const { bodyId, seatId } = await board()
    const personId = await person('Asta')
    const { termId } = await call(appointPerson, { personId, seatId, from: '2026-02-01' })
    await call(withdrawPost, { kind: 'term', id: termId })
    const shown = await call(getBodyHolders, { bodyId, asOf: '2026-03-01' })
    expect([shown.seats[0]!.holders, shown.others]).toEqual([[], []])
    await call(appointPerson, { personId, seatId, from: '2026-02-01' })
  })

  it('of the district are not vacant to those who reach only an association', async () => {
    const { bodyId, seatId } = await board()
    await call(appointPerson, { personId: await person('Fjärran'), seatId, from: '2026-02-01' })
    const { unitId } = await call(
      createUnit,
      { parentId: posts.ours.unitId, kind: 'association', name: 'Nedre föreningen' },
      posts.ours.operator,
    )
    const below = await posts.ours.person(['board'])
    if (below.actor.kind !== 'person') throw new Error('Nobody was asked.')
    const chair = {
      ...below,
      actor: { ...below.actor, grants: [{ role: 'board' as const, unitIds: [unitId] }] },
    }
    const [seat] = (await call(getBodyHolders, { bodyId }, chair)).seats
    expect(seat).toEqual({ seatId, number: 1, holders: [], hidden: 1, vacant: 0, over: 0 })
  })

  it('of somebody whose identity is protected are held, and nobody reads by whom', async () => {
    const { bodyId, seatId } = await board()
    const personId = await person('Hemlig')
    await call(appointPerson, { personId, seatId, from: '2026-02-01' })
    await protect(personId)
    const shown = await call(getBodyHolders, { bodyId })
    expect(shown.seats).toEqual([{ seatId, number: 1, holders: [], hidden: 1, vacant: 0, over: 0 }])
    expect(JSON.stringify(shown)).not.toContain('Hemlig')
    await expect(
      call(appointPerson, { personId: await person('Bo'), seatId, from: '2026-03-01' }),
    ).rejects.toMatchObject({ detail: { key: 'post.noSeatLeft' } })
    const { file } = await call(exportPopolo, {})
    expect(await file.text()).not.toContain('Hemlig')
  })
})

describe('public mandates', () => {
  it('tell who sat where on a day', async () => {
    const [school, care] = [
      await committee('Skolnämnden', 'Alby kommun', 'Skola'),
      await committee('Vårdnämnden', 'Backa kommun', 'Vård'),
    ]
    const [asta, bo] = [await person('Asta'), await person('Bo')]
    await mandate(asta, school, '2023-01-01', { post: 'chair', viaAgreement: 'Albyöverenskommelsen' })
    const second = await mandate(bo, care, '2023-01-01')
    await call(endMandate, { mandateId: second, lastDay: '2026-03-31', reason: 'Avsade sig' })
    const on = async (asOf: string, more = {}) =>
      (await call(listMandates, { asOf, ...more })).bodies.flatMap((body) =>
        body.holders.map((each) => `${body.name}: ${each.name} ${each.post}`.trim()),
      )
    expect(await on('2022-12-31')).toEqual([])
    expect(await on('2026-03-31')).toEqual(['Skolnämnden: Asta Provsson chair', 'Vårdnämnden: Bo Provsson'])
    expect(await on('2026-04-01')).toEqual(['Skolnämnden: Asta Provsson chair'])
    expect(await on('2026-01-01', { area: 'Backa kommun' })).toEqual(['Vårdnämnden: Bo Provsson'])
    expect(await on('2026-01-01', { policyArea: 'Skola' })).toEqual(['Skolnämnden: Asta Provsson chair'])
    expect(await on('2026-01-01', { words: 'bo' })).toEqual(['Vårdnämnden: Bo Provsson'])
    expect(await on('2026-01-01', { byAgreement: true })).toEqual(['Skolnämnden: Asta Provsson chair'])
    await expect(mandate(asta, school, '2025-01-01')).rejects.toMatchObject({
      detail: { key: 'post.alreadyHeld' },
    })
    await expect(mandate(bo, school, '2021-01-01')).rejects.toMatchObject({
      issues: [{ message: 'post.noBodyThen' }],
    })
  })

  it('make the council group: who loses the last one has dropped out the day after', async () => {
    const { bodyId } = await call(createBody, {
      unitId: posts.ours.unitId,
      kind: 'councilGroup',
      name: 'Gruppen',
      validFrom: '2026-01-01',
    })
    const [council, care] = [
      await committee('Fullmäktige', 'Alby kommun'),
      await committee('Vårdnämnden', 'Alby kommun'),
    ]
    for (const publicBodyId of [council, care]) {
      await call(setGroupSource, { bodyId, publicBodyId, from: '2026-01-01' })
    }
    const asta = await person('Asta')
    const first = await mandate(asta, council, '2023-01-01')
    const last = await mandate(asta, care, '2026-02-01')
    await call(endMandate, { mandateId: first, lastDay: '2026-04-30' })
    const members = async (asOf: string) => {
      const shown = await call(getBodyHolders, { bodyId, asOf })
      return [shown.groupMembers.length, shown.formerGroupMembers.length]
    }
    expect(await members('2026-05-01')).toEqual([1, 0])
    await call(endMandate, { mandateId: last, lastDay: '2026-06-30' })
    expect([await members('2026-06-30'), await members('2026-07-01')]).toEqual([
      [1, 0],
      [0, 1],
    ])
  })

  it('find their siblings in other municipalities', async () => {
    const bodies = [
      await committee('Skolnämnden', 'Alby kommun', 'Skola'),
      await committee('Barnnämnden', 'Backa kommun', 'Skola'),
      await committee('Vårdnämnden', 'Backa kommun', 'Vård'),
    ]
    for (const [index, publicBodyId] of bodies.entries()) {
      await mandate(await person(['Asta', 'Bo', 'Cia'][index]!), publicBodyId, '2023-01-01')
    }
    const { groups } = await call(listSiblingCommittees, {})
    expect(
      groups.map((group) => [
        group.policyArea,
        group.committees.flatMap((each) => each.holders.map((holder) => holder.name)),
      ]),
    ).toEqual([['Skola', ['Asta Provsson', 'Bo Provsson']]])
  })
})

describe('remuneration', () => {
  it('is listed as it was, with a raise for a time beside, above a full time flagged', async () => {
    const mandateId = await mandate(
      await person('Asta'),
      await committee('Nämnden', 'Alby kommun'),
      '2023-01-01',
    )
    const paid = { mandateId, kind: 'part' as const }
    await call(setRemuneration, { ...paid, degree: '40', from: '2026-01-01', areas: ['Skola'] })
    await call(setRemuneration, { ...paid, degree: '66,67', from: '2026-05-01', reason: 'Vald' })
    await call(setRemuneration, {
      ...paid,
      degree: '33,34',
      from: '2026-08-01',
      to: '2026-09-13',
      temporary: true,
      purpose: 'Valrörelsen',
      supportedUnitIds: [posts.ours.unitId],
      hours: '60',
    })
    const on = async (asOf: string) =>
      (await call(listRemunerations, { asOf })).persons.map((each) => [
        each.degree,
        each.overFull,
        each.remunerations.length,
      ])
    expect(await on('2026-04-30')).toEqual([['40', false, 1]])
    expect(await on('2026-05-01')).toEqual([['66.67', false, 1]])
    expect(await on('2026-09-13')).toEqual([['100.01', true, 2]])
    expect(await on('2026-09-14')).toEqual([['66.67', false, 1]])
    await call(endMandate, { mandateId, lastDay: '2026-09-30' })
    expect(await on('2026-10-01')).toEqual([])
    await expect(call(setRemuneration, { ...paid, degree: '20', from: '2026-10-01' })).rejects.toMatchObject({
      issues: [{ message: 'post.notHeldThen' }],
    })
  })

  it.each([
    ['0', 'post.degree'],
    ['101', 'post.degree'],
    ['12,345', 'post.degree'],
    ['halva', 'post.degree'],
  ])('of %s per cent is asked about', async (degree, message) => {
    await expect(call(setRemuneration, { mandateId: newId(), kind: 'part', degree })).rejects.toMatchObject({
      issues: [{ message }],
    })
  })

  it('is not for everybody', async () => {
    await expect(call(listRemunerations, {}, await posts.ours.person(['elected']))).rejects.toMatchObject({
      code: 'roleRequired',
    })
  })
})
