import { describe, expect, it } from 'vitest'
import { endBloc } from './operations/elections/end-bloc.ts'
import { getElection } from './operations/elections/get-election.ts'
import { listAgreementPosts } from './operations/elections/list-agreement-posts.ts'
import { listElections } from './operations/elections/list-elections.ts'
import { previewElectionResults } from './operations/elections/preview-election-results.ts'
import { previewPower } from './operations/elections/preview-power.ts'
import { recordElection } from './operations/elections/record-election.ts'
import { recordElectionResults } from './operations/elections/record-election-results.ts'
import { setBloc } from './operations/elections/set-bloc.ts'
import { setParty } from './operations/elections/set-party.ts'
import { withdrawElection } from './operations/elections/withdraw-election.ts'
import { endRemuneration } from './operations/posts/end-remuneration.ts'
import { listMandates } from './operations/posts/list-mandates.ts'
import { listRemunerationChanges } from './operations/posts/list-remuneration-changes.ts'
import { recordRemunerationReport } from './operations/posts/record-remuneration-report.ts'
import { setRemuneration } from './operations/posts/set-remuneration.ts'
import { postsOffice } from './testing/posts-office.ts'

const posts = postsOffice()
const { call, person, committee, mandate } = posts

const printed = [
  'Parti\tRöster\tProcent\tMandat',
  'Alfapartiet\t48 000\t32,0 %\t48',
  'Betapartiet\t18 100\t12,1\t18',
  'Gammapartiet\t8 100\t5,4\t8',
  'Deltapartiet\t65 300\t43,5\t65',
  'Epsilonpartiet\t10 500\t7,0\t10',
  'Summa\t150 000\t100,0\t149',
].join('\n')

async function region() {
  const publicBodyId = await committee('Regionfullmäktige', 'Påhittregionen')
  const { electionId } = await call(recordElection, { publicBodyId, day: '2022-09-11', seats: 149 })
  await call(recordElectionResults, { electionId, text: printed })
  const { parties } = await call(getElection, { electionId })
  const id = (letter: string) => parties.find(({ name }) => name.startsWith(letter))!.id
  return { publicBodyId, electionId, id }
}

describe('an election', () => {
  it('is kept as it was printed, with what was read beside it', async () => {
    const { electionId } = await region()
    const { rows, validVotes, majority } = await call(getElection, { electionId })
    expect(rows[0]).toMatchObject({
      name: 'Alfapartiet',
      votes: { printed: '48 000', value: 48_000 },
      percent: { printed: '32,0 %', value: '32' },
      seats: { printed: '48', value: 48 },
    })
    expect([validVotes, majority]).toEqual([150_000, 75])
  })

  it('tells before anything is kept what could not be read and which parties are new', async () => {
    const { electionId } = await region()
    const shown = await call(previewElectionResults, {
      electionId,
      text: 'Parti;Röster\nAlfapartiet;100\nZetapartiet;tio',
    })
    expect(shown.newParties).toEqual(['Zetapartiet'])
    expect(shown.faults.map(({ key }) => key)).toEqual(['election.unread.votes'])
    await expect(
      call(recordElectionResults, { electionId, text: 'Parti;Röster\nAlfapartiet;100\nZetapartiet;tio' }),
    ).rejects.toMatchObject({ issues: [{ path: ['text'], message: 'election.unread.votes' }] })
    const { rows } = await call(getElection, { electionId })
    expect(rows).toHaveLength(6)
    expect((await call(listElections, {})).parties.map(({ name }) => name)).not.toContain('Zetapartiet')
  })

  it('gets another result in the place of the first, which is kept', async () => {
    const { electionId } = await region()
    await call(recordElectionResults, { electionId, text: 'Parti;Mandat\nAlfapartiet;100\nBetapartiet;49' })
    const { rows, findings } = await call(getElection, { electionId })
    expect(rows.map(({ seats }) => seats.value)).toEqual([100, 49])
    expect(findings.map(({ key }) => key)).toEqual(['finding.votesMissing'])
    const all = await posts.office.application.database.owner
      .selectFrom('people.election_result')
      .select('replaced_at')
      .where('election_id', '=', electionId)
      .execute()
    expect(all.map((row) => row.replaced_at !== null).filter(Boolean)).toHaveLength(6)
  })

  it('is there once a day, and not when it was taken back', async () => {
    const { publicBodyId, electionId } = await region()
    const again = { publicBodyId, day: '2022-09-11', seats: 149 }
    await expect(call(recordElection, again)).rejects.toMatchObject({
      detail: { key: 'election.thereAlready' },
    })
    await call(withdrawElection, { electionId })
    await expect(call(getElection, { electionId })).rejects.toMatchObject({ code: 'notFound' })
    await call(recordElection, again)
  })

  it('has one own party at most, which the list tells of', async () => {
    const { id } = await region()
    await call(
      setParty,
      { partyId: id('A'), name: 'Alfapartiet', shortName: 'A', own: true },
      posts.ours.operator,
    )
    await call(
      setParty,
      { partyId: id('B'), name: 'Betapartiet', shortName: 'B', own: true },
      posts.ours.operator,
    )
    const { elections, parties } = await call(listElections, {})
    expect(parties.filter(({ own }) => own).map(({ name }) => name)).toEqual(['Betapartiet'])
    expect(elections[0]!.own?.seats.value).toBe(18)
    await expect(call(setParty, { name: 'ALFAPARTIET' }, posts.ours.operator)).rejects.toMatchObject({
      issues: [{ message: 'party.thereAlready' }],
    })
  })
})

describe('power', () => {
  it('65 govern without a majority; 74 miss one seat, and one seat gives it to them', async () => {
    const { publicBodyId, electionId, id } = await region()
    const govern = { publicBodyId, from: '2022-10-15' }
    await call(setBloc, { ...govern, side: 'governing', name: 'Styret', partyIds: [id('D')] })
    await call(setBloc, { ...govern, side: 'other', name: 'De tre', partyIds: [id('A'), id('B'), id('G')] })
    const { blocs } = await call(getElection, { electionId })
    expect(blocs.map(({ name, seats, missing, majority }) => [name, seats, missing, majority])).toEqual([
      ['Styret', 65, 10, false],
      ['De tre', 74, 1, false],
    ])
    const what = { electionId, partyIds: [id('A'), id('B'), id('G')] }
    expect(await call(previewPower, { ...what, added: 1 })).toMatchObject({
      total: 149,
      majority: 75,
      own: { seats: 74, majority: false, missing: 1 },
      changed: { seats: 75, majority: true, missing: 0 },
      governing: { name: 'Styret', seats: 65 },
      shifts: { toMajority: 1, governingLoses: null, toLarger: 0 },
    })
    // Those who govern are not set against themselves.
    expect((await call(previewPower, { electionId, partyIds: [id('D')] })).governing).toBeNull()
  })

  it('changes hands on a day: who governed until then is told of that time', async () => {
    const { publicBodyId, electionId, id } = await region()
    const govern = { publicBodyId, side: 'governing' as const }
    await call(setBloc, { ...govern, name: 'Först', partyIds: [id('D')], from: '2022-10-15' })
    const { blocId } = await call(setBloc, {
      ...govern,
      name: 'Sedan',
      partyIds: [id('A')],
      from: '2024-02-01',
    })
    const on = async (asOf: string) =>
      (await call(getElection, { electionId, asOf })).blocs.map(({ name }) => name)
    expect([await on('2024-01-31'), await on('2024-02-01')]).toEqual([['Först'], ['Sedan']])
    await expect(
      call(setBloc, {
        publicBodyId,
        side: 'opposition',
        name: 'Båda',
        partyIds: [id('A')],
        from: '2025-01-01',
      }),
    ).rejects.toMatchObject({ issues: [{ message: 'bloc.bothSides' }] })
    await expect(
      call(setBloc, { ...govern, name: 'Före', partyIds: [id('B')], from: '2023-01-01' }),
    ).rejects.toMatchObject({ detail: { key: 'bloc.governsLater' } })
    await call(endBloc, { blocId, lastDay: '2025-06-30' })
    expect(await on('2025-07-01')).toEqual([])
  })
})

it('posts are told by the agreement that gave them', async () => {
  const [school, care] = [
    await committee('Skolnämnden', 'Alby kommun'),
    await committee('Vårdnämnden', 'Alby kommun'),
  ]
  const [asta, bo] = [await person('Asta'), await person('Bo')]
  await mandate(asta, school, '2023-01-01', { post: 'chair', viaAgreement: 'Albyöverenskommelsen' })
  await mandate(bo, care, '2023-01-01', { to: '2024-12-31', viaAgreement: 'Albyöverenskommelsen' })
  await mandate(bo, school, '2023-01-01', { viaAgreement: 'Budgetsamarbetet' })
  const { agreements } = await call(listAgreementPosts, {})
  expect(agreements.map(({ name, held, posts: all }) => [name, held, all.map((post) => post.holds)])).toEqual(
    [
      ['Albyöverenskommelsen', 1, [true, false]],
      ['Budgetsamarbetet', 1, [true]],
    ],
  )
  const shown = await call(listMandates, { agreement: 'Budgetsamarbetet' })
  expect(shown.agreements).toEqual(['Albyöverenskommelsen', 'Budgetsamarbetet'])
  expect(shown.bodies.flatMap(({ holders }) => holders.map(({ name }) => name))).toEqual(['Bo Provsson'])
})

it('who is paid is told step by step, with why, and what came of what was for a time', async () => {
  const body = await committee('Fullmäktige', 'Alby kommun')
  const people = [await person('Asta'), await person('Bo')]
  const held = [await mandate(people[0]!, body, '2022-10-15'), await mandate(people[1]!, body, '2022-10-15')]
  const pay = (at: number, more: object) =>
    call(setRemuneration, { mandateId: held[at]!, kind: 'full', from: '2022-11-01', ...more })
  await pay(0, { reason: 'Efter valet' })
  const { remunerationId } = await pay(1, { from: '2023-09-01', reason: 'Valdes till gruppledare' })
  await call(endRemuneration, { remunerationId, lastDay: '2024-08-31', reason: 'Gick i pension' })
  const raise = await pay(0, {
    kind: 'part',
    degree: '20',
    from: '2026-08-01',
    to: '2026-09-30',
    temporary: true,
    purpose: 'Valrörelsen',
    supportedUnitIds: [posts.ours.unitId],
    hours: '60',
  })
  const report = { remunerationId: raise.remunerationId, words: 'Dörrknackning', unitId: posts.ours.unitId }
  await call(recordRemunerationReport, { ...report, day: '2026-08-20', hours: '12,5' })
  await call(recordRemunerationReport, { ...report, day: '2026-09-10', hours: '0,5' })
  await expect(call(recordRemunerationReport, { ...report, day: '2026-07-01' })).rejects.toMatchObject({
    issues: [{ message: 'post.reportDay' }],
  })
  await expect(call(recordRemunerationReport, { ...report, remunerationId })).rejects.toMatchObject({
    detail: { key: 'post.reportOnlyTemporary' },
  })
  const shown = await call(listRemunerationChanges, {})
  expect(shown.counts).toEqual([1, 2, 1])
  expect(shown.steps.map(({ day, paid, temporary }) => [day, paid, temporary])).toEqual([
    ['2022-11-01', 1, 0],
    ['2023-09-01', 2, 0],
    ['2024-09-01', 1, 0],
    ['2026-08-01', 1, 1],
    ['2026-10-01', 1, 0],
  ])
  expect(shown.steps[2]!.ended).toMatchObject([{ name: 'Bo Provsson', reason: 'Gick i pension' }])
  expect(shown.temporary).toMatchObject([
    { purpose: 'Valrörelsen', hours: '60.00', reported: '13.00', reports: [{ words: 'Dörrknackning' }, {}] },
  ])
  await posts.protect(people[0]!)
  expect(JSON.stringify(await call(listRemunerationChanges, {}))).not.toContain('Asta')
})
