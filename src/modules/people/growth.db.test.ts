import { describe, expect, it } from 'vitest'
import { createBody, createUnit, setSeat } from '#modules/organisation/index.ts'
import { newId } from '#platform/identifiers.ts'
import { countMembersByArea } from './operations/growth/count-members-by-area.ts'
import { exportDelegateSeats } from './operations/growth/export-delegate-seats.ts'
import { getUnitGrowth } from './operations/growth/get-unit-growth.ts'
import { listDelegateRules } from './operations/growth/list-delegate-rules.ts'
import { previewDelegateSeats } from './operations/growth/preview-delegate-seats.ts'
import { recordFigure } from './operations/growth/record-figure.ts'
import { setDelegateRule } from './operations/growth/set-delegate-rule.ts'
import { withdrawFigure } from './operations/growth/withdraw-figure.ts'
import { appointPerson } from './operations/posts/appoint-person.ts'
import { recordElection } from './operations/elections/record-election.ts'
import { recordElectionResults } from './operations/elections/record-election-results.ts'
import { setParty } from './operations/elections/set-party.ts'
import { postsOffice } from './testing/posts-office.ts'

const posts = postsOffice()
const { call, person, protect, committee } = posts

const association = async (name: string, kind = 'association', parentId = posts.ours.unitId) =>
  (await call(createUnit, { parentId, kind, name, from: '2026-01-01' }, posts.ours.operator)).unitId

/** Writes a membership straight into the register. */
async function belongs(
  personId: string,
  unitId: string,
  from: string,
  more: { to?: string; kind?: 'home' | 'extra' | 'guest'; status?: 'active' | 'left' } = {},
) {
  const { home_unit_id: homeUnitId, protected: isProtected } = await posts.office.application.database.owner
    .selectFrom('people.person')
    .select(['home_unit_id', 'protected'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  await posts.office.application.database.owner
    .insertInto('people.membership')
    .values({
      organisation_id: posts.ours.id,
      id: newId(),
      person_id: personId,
      home_unit_id: homeUnitId,
      protected: isProtected,
      unit_id: unitId,
      kind: more.kind ?? 'home',
      status: more.status ?? 'active',
      valid_from: from,
      valid_to: more.to ?? null,
      recorded_at: new Date('2026-01-01T10:00:00Z'),
    })
    .execute()
}

async function members(unitId: string, count: number, from = '2026-01-15') {
  const all: string[] = []
  for (let at = 0; at < count; at++) {
    const id = await person(`Medlem${at}`)
    await belongs(id, unitId, from)
    all.push(id)
  }
  return all
}

describe('members through the months', () => {
  it('are persons, each once, with those below; guests and affiliates’ members are not counted', async () => {
    const [alby, circle, friends] = [
      await association('Alby'),
      await association('Bokcirkeln', 'interestAssociation'),
      await association('Vännerna', 'affiliate'),
    ]
    const [asta, bo, cia, dan] = await members(alby, 4)
    await belongs(asta!, circle, '2026-02-10', { kind: 'extra' })
    await belongs(await person('Vän'), friends, '2026-02-01')
    await belongs(await person('Gäst'), alby, '2026-02-01', { kind: 'guest' })
    const owner = posts.office.application.database.owner
    const leave = (personId: string, lastDay: string) =>
      owner
        .updateTable('people.membership')
        .set({ valid_to: lastDay })
        .where('person_id', '=', personId)
        .execute()
    await leave(bo!, '2026-03-31')
    await belongs(bo!, alby, '2026-06-01')
    await leave(cia!, '2026-02-28')
    await protect(dan!)
    const months = async (unitId: string) =>
      (
        await call(getUnitGrowth, { unitId, by: 'month', asOf: '2026-07-15' }, posts.ours.operator)
      ).points.map(({ period, counted }) => [period, counted])
    expect(await months(posts.ours.unitId)).toEqual([
      ['2026-01', 4],
      ['2026-02', 4],
      ['2026-03', 3],
      ['2026-04', 2],
      ['2026-05', 2],
      ['2026-06', 3],
      ['2026-07', 3],
    ])
    expect((await months(circle)).map(([, count]) => count)).toEqual([0, 1, 1, 1, 1, 1, 1])
    expect((await months(friends)).at(-1)).toEqual(['2026-07', 1])
  })

  it('stand beside figures from before the register, and say how far back they were as high', async () => {
    const unitId = await association('Alby')
    await members(unitId, 6)
    const figure = (day: string, printed: string) =>
      call(
        recordFigure,
        { unitId, measure: 'members', day, printed, source: 'Verksamhetsberättelsen' },
        posts.ours.operator,
      )
    await figure('1990-12-31', '9')
    await figure('1991-12-31', '4')
    const { figureId } = await figure('2024-12-31', '1 005')
    await call(withdrawFigure, { figureId }, posts.ours.operator)
    await figure('2025-12-31', '5')
    const { points, highest } = await call(getUnitGrowth, { unitId })
    expect(
      points.map(({ period, counted, entered, value }) => [period, counted, entered?.printed, value]),
    ).toEqual([
      ['1990', null, '9', 9],
      ['1991', null, '4', 4],
      ['2025', null, '5', 5],
      ['2026', 6, undefined, 6],
    ])
    expect(highest).toEqual({ kind: 'since', day: '1990-12-31' })
    await expect(figure('1995-12-31', 'cirka 40')).rejects.toMatchObject({
      issues: [{ message: 'figure.unread' }],
    })
    await expect(figure('2030-12-31', '4')).rejects.toMatchObject({ issues: [{ message: 'figure.tooLate' }] })
  })

  it('that are few are kept back from most, with the one they could be worked out from', async () => {
    const [alby, backa, cirka] = [
      await association('Alby'),
      await association('Backa'),
      await association('Cirka'),
    ]
    await members(alby, 3)
    await members(backa, 6)
    await members(cirka, 9)
    const member = await posts.ours.person(['member'])
    const last = async (unitId: string, caller = member) => {
      const { points } = await call(getUnitGrowth, { unitId }, caller)
      const { counted, hidden, value } = points.at(-1)!
      return [counted, hidden, value]
    }
    expect(await last(alby)).toEqual([null, 'small', null])
    expect(await last(backa)).toEqual([null, 'beside', null])
    expect(await last(cirka)).toEqual([9, null, 9])
    expect(await last(posts.ours.unitId)).toEqual([18, null, 18])
    expect(await last(alby, posts.ours.operator)).toEqual([3, null, 3])
  })

  it('come with the votes and seats of the own party, election by election', async () => {
    const publicBodyId = await committee('Fullmäktige', 'Alby kommun')
    const { partyId } = await call(setParty, { name: 'Alfapartiet', own: true }, posts.ours.operator)
    expect(partyId).toBeDefined()
    for (const [day, votes, seats] of [
      ['2022-09-11', 900, 9],
      ['2026-09-13', 1200, 11],
    ] as const) {
      const { electionId } = await call(recordElection, { publicBodyId, day, seats: 31 })
      await call(recordElectionResults, {
        electionId,
        text: `Parti;Röster;Mandat\nAlfapartiet;${votes};${seats}\nBetapartiet;2000;${31 - seats}`,
      })
    }
    const { unitId } = posts.ours
    await call(recordFigure, {
      unitId,
      measure: 'seats',
      day: '1994-09-18',
      printed: '13',
      source: 'Protokollet',
    })
    const { bodies, ownParty } = await call(getUnitGrowth, { unitId })
    expect(ownParty).toBe('Alfapartiet')
    expect(bodies).toHaveLength(1)
    expect(bodies[0]!.points.map(({ day, votes, seats }) => [day, votes, seats])).toEqual([
      ['1994-09-18', null, 13],
      ['2022-09-11', 900, 9],
      ['2026-09-13', 1200, 11],
    ])
    expect(bodies[0]!.highestVotes).toEqual({ kind: 'ever', begins: '2022-09-11' })
    expect(bodies[0]!.highestSeats).toEqual({ kind: 'since', day: '1994-09-18' })
  })
})

it('members by area: few are kept back, protected and unknown addresses stand together', async () => {
  const unitId = await association('Alby')
  const all = await members(unitId, 20)
  const { owner } = posts.office.application.database
  const codes = [
    ...Array<string>(9).fill('123 45'),
    ...Array<string>(2).fill('124 00'),
    ...Array<string>(6).fill('126 10'),
  ]
  for (const [at, code] of codes.entries()) {
    await owner
      .insertInto('people.contact')
      .values({
        organisation_id: posts.ours.id,
        id: newId(),
        person_id: all[at]!,
        home_unit_id: posts.ours.unitId,
        kind: 'address',
        value: `Påhittsvägen ${at}, ${code}`,
        postal_code: code,
        country: 'SE',
        valid_from: '2026-01-15',
        recorded_at: new Date('2026-01-15T10:00:00Z'),
      })
      .execute()
  }
  await protect(all[0]!)
  await protect(all[1]!)
  await expect(call(countMembersByArea, { unitId })).rejects.toMatchObject({ code: 'notFound' })
  const { areas } = await call(countMembersByArea, { unitId }, posts.ours.operator)
  expect(areas).toEqual([
    {
      area: '12',
      members: 15,
      inside: [
        { area: '123', members: 7 },
        { area: '124', members: null },
        { area: '126', members: null },
      ],
    },
    { area: '', members: 5, inside: [] },
  ])
})

/** An assembly of delegates, and two associations that send some. */
async function assembly() {
  const [alby, backa] = [await association('Alby'), await association('Backa')]
  const [asta] = await members(alby, 12)
  await members(backa, 3, '2026-05-01')
  const { bodyId } = await call(createBody, {
    unitId: posts.ours.unitId,
    kind: 'representativeAssembly',
    name: 'Representantskapet',
    validFrom: '2026-01-01',
  })
  return { alby, backa, asta: asta!, bodyId }
}

describe('delegates', () => {
  it('follow the rule that holds on the day, beside another day and the seats that there are', async () => {
    const { alby, asta, bodyId } = await assembly()
    await expect(call(previewDelegateSeats, { bodyId })).rejects.toMatchObject({
      detail: { key: 'delegates.noRule' },
    })
    const rule = { bodyId, unitKind: 'association' }
    await call(setDelegateRule, {
      ...rule,
      rule: { method: 'perStarted', membersPerSeat: 5, least: 1 },
      from: '2026-01-01',
    })
    await call(setDelegateRule, {
      ...rule,
      rule: { method: 'oddNumber', totalSeats: 5, least: 1 },
      from: '2026-06-01',
    })
    const { seatId } = await call(setSeat, {
      bodyId,
      roleKind: 'ordinary',
      number: 2,
      referenceUnitId: alby,
      from: '2026-01-01',
    })
    await call(setSeat, {
      bodyId,
      roleKind: 'substitute',
      number: 1,
      referenceUnitId: alby,
      from: '2026-01-01',
    })
    await call(appointPerson, { personId: asta, seatId, from: '2026-02-01' })
    const shown = await call(previewDelegateSeats, {
      bodyId,
      asOf: '2026-06-01',
      against: { asOf: '2026-03-01' },
    })
    expect(shown.rows.map(({ name, members: count, seats, other }) => [name, count, seats, other])).toEqual([
      ['Alby', 12, 4, { members: 12, seats: 4 }],
      ['Backa', 3, 1, { members: 0, seats: 1 }],
    ])
    expect(shown.rows[0]).toMatchObject({
      delegates: { seats: 2, held: 1 },
      substitutes: { seats: 1, held: 0 },
    })
    expect(shown.total).toEqual({ members: 15, seats: 5 })
    const before = await call(previewDelegateSeats, { bodyId, asOf: '2026-05-31' })
    expect(before.rows.map(({ seats }) => seats)).toEqual([3, 1])
    const { rules } = await call(listDelegateRules, { bodyId })
    expect(rules.map(({ method, validFrom, validTo }) => [method, validFrom, validTo])).toEqual([
      ['perStarted', '2026-01-01', '2026-05-31'],
      ['oddNumber', '2026-06-01', null],
    ])
    await expect(
      call(setDelegateRule, { ...rule, rule: { method: 'oddNumber', totalSeats: 9 }, from: '2026-02-01' }),
    ).rejects.toMatchObject({ detail: { key: 'delegates.laterRule' } })
  })

  it('go to a spreadsheet', async () => {
    const { bodyId } = await assembly()
    const file = await call(exportDelegateSeats, {
      bodyId,
      rule: { method: 'perStarted', membersPerSeat: 5, least: 1 },
      against: { rule: { method: 'largestRemainder', totalSeats: 10, least: 0 } },
    })
    const lines = (await file.text()).split('\r\n')
    expect(lines[1]).toBe('Alby;12;3;12;8;0;0;0;0')
    expect(lines[3]).toBe('Summa;15;4;15;10')
  })
})
