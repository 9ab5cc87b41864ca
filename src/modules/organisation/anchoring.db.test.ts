import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import type { Role } from '#platform/access/roles.ts'
import type { Caller } from '#platform/operations/call.ts'
import { createBody, createUnit } from './index.ts'
import { answerConsultation } from './operations/anchoring/answer-consultation.ts'
import { createConsultation } from './operations/anchoring/create-consultation.ts'
import { getConsultation } from './operations/anchoring/get-consultation.ts'
import { listAnchoringLinks } from './operations/anchoring/list-anchoring-links.ts'
import { listConsultations } from './operations/anchoring/list-consultations.ts'
import { setAnchoringLink } from './operations/anchoring/set-anchoring-link.ts'

let office: TestOffice
let ours: TestOrganisation
let owner: Caller
let alby: string
let boda: string
let group: string
let board: string

beforeAll(async () => {
  office = await openTestOffice()
})
afterAll(() => office.close())
beforeEach(async () => {
  office.setClock('2026-01-01T10:00:00Z')
  ours = await office.organisation('Norra distriktet')
  owner = await ours.person(['owner'])
  office.setClock('2026-03-01T10:00:00Z')
  const unit = async (name: string) =>
    (await call(createUnit, { parentId: ours.unitId, kind: 'association', name, from: '2026-01-01' }, owner))
      .unitId
  alby = await unit('Alby')
  boda = await unit('Boda')
  owner = trusted('owner', [ours.unitId, alby, boda])
  const body = async (unitId: string, kind: string, name: string) =>
    (await call(createBody, { unitId, kind, name, validFrom: '2026-01-01' }, owner)).bodyId
  group = await body(ours.unitId, 'councilGroup', 'Gruppen')
  board = await body(alby, 'board', 'Albys styrelse')
})

const call: TestOffice['application']['call'] = (operation, input, caller) =>
  office.application.call(operation, input, caller)

function trusted(role: Role, unitIds: readonly string[]): Caller {
  const actor = owner.actor as Extract<Caller['actor'], { kind: 'person' }>
  return { ...owner, actor: { ...actor, grants: [{ role, unitIds: [...unitIds] }] } }
}

const ask = (more: object = {}) =>
  call(
    createConsultation,
    { fromBodyId: board, toBodyId: group, issue: 'Skolskjutsarna', answerBy: '2026-03-15', ...more },
    trusted('board', [alby]),
  )

describe('a consultation', () => {
  it('is seen by those who ask, those who are asked, and nobody beside them', async () => {
    const { consultationId } = await ask()
    for (const [units, sees] of [
      [[alby], 1],
      [[ours.unitId], 1],
      [[boda], 0],
    ] as const) {
      const { consultations } = await call(listConsultations, {}, trusted('auditor', units))
      expect(consultations).toHaveLength(sees)
    }
    const side = async (units: string[]) =>
      (await call(getConsultation, { consultationId }, trusted('board', units))).side
    expect(await side([alby])).toBe('asking')
    expect(await side([ours.unitId])).toBe('asked')
    expect(await side([ours.unitId, alby])).toBe('both')
    await expect(side([boda])).rejects.toMatchObject({ code: 'notFound' })
  })

  it('is found from either body and either unit', async () => {
    await ask()
    const { bodyId: other } = await call(
      createBody,
      { unitId: boda, kind: 'board', name: 'Bodas styrelse', validFrom: '2026-01-01' },
      owner,
    )
    await call(
      createConsultation,
      { fromBodyId: group, toUnitId: boda, issue: 'Bussarna', answerBy: '2026-04-01' },
      trusted('secretary', [ours.unitId]),
    )
    const issues = async (which: object) =>
      (await call(listConsultations, which, owner)).consultations.map(({ issue }) => issue)
    expect(await issues({})).toEqual(['Skolskjutsarna', 'Bussarna'])
    expect(await issues({ bodyId: group })).toEqual(['Skolskjutsarna', 'Bussarna'])
    expect(await issues({ bodyId: board })).toEqual(['Skolskjutsarna'])
    expect(await issues({ unitId: boda })).toEqual(['Bussarna'])
    expect(await issues({ bodyId: other })).toEqual([])
  })

  it('waits, is overdue, is answered; every answer is kept and the last one holds', async () => {
    const { consultationId } = await ask()
    const stands = async () => {
      const { state, outcome, answers } = await call(getConsultation, { consultationId }, owner)
      return [state, outcome, answers.map((answer) => answer.text)]
    }
    expect(await stands()).toEqual(['waiting', null, []])
    office.setClock('2026-03-16T10:00:00Z')
    expect(await stands()).toEqual(['overdue', null, []])
    const asking = trusted('board', [alby])
    const asked = trusted('board', [ours.unitId])
    const answer = (outcome: 'supports' | 'against' | 'noAnswer', text: string, caller: Caller) =>
      call(answerConsultation, { consultationId, outcome, text }, caller)
    await expect(answer('supports', 'Ja', asking)).rejects.toMatchObject({
      detail: { key: 'consultation.notYours' },
    })
    await answer('noAnswer', 'Ringde två gånger', asking)
    expect(await stands()).toEqual(['unanswered', 'noAnswer', ['Ringde två gånger']])
    await answer('against', 'För dyrt', asked)
    await answer('supports', 'Ja, om det ryms', asked)
    expect(await stands()).toEqual([
      'answered',
      'supports',
      ['Ringde två gånger', 'För dyrt', 'Ja, om det ryms'],
    ])
  })

  it('cannot be answered for others, before it was asked, or before what was answered last', async () => {
    const { consultationId } = await ask()
    const answer = (answeredOn: string, units: string[]) =>
      call(answerConsultation, { consultationId, outcome: 'supports', answeredOn }, trusted('board', units))
    await expect(answer('2026-03-01', [boda])).rejects.toMatchObject({ code: 'notFound' })
    await expect(answer('2026-02-28', [ours.unitId])).rejects.toMatchObject({
      detail: { key: 'consultation.notAskedThen' },
    })
    office.setClock('2026-03-05T10:00:00Z')
    await answer('2026-03-04', [ours.unitId])
    await expect(answer('2026-03-03', [ours.unitId])).rejects.toMatchObject({
      issues: [{ message: 'consultation.answeredLater' }],
    })
  })

  it.each([
    ['itself', () => ({ toBodyId: board }), { issues: [{ message: 'consultation.askedItself' }] }],
    ['nobody', () => ({ toBodyId: undefined }), { code: 'invalidInput' }],
    ['both a body and a unit', () => ({ toUnitId: boda }), { code: 'invalidInput' }],
    [
      'for an answer before it asks',
      () => ({ answerBy: '2026-02-01' }),
      { issues: [{ message: 'consultation.answerBeforeAsked' }] },
    ],
  ])('does not ask %s', async (_, more, problem) => {
    await expect(ask(more())).rejects.toMatchObject(problem)
  })

  it('is not asked in another body’s name', async () => {
    await expect(ask({ fromBodyId: group, toBodyId: board })).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('a link', () => {
  it('holds from a day to a day, seen from both sides, made by either', async () => {
    const link = { unitId: alby, bodyId: group }
    await call(setAnchoringLink, { ...link, from: '2026-02-01' }, trusted('secretary', [alby]))
    await expect(call(setAnchoringLink, link, owner)).rejects.toMatchObject({
      detail: { key: 'anchoring.alreadyLinked' },
    })
    await call(setAnchoringLink, { ...link, lastDay: '2026-02-20' }, trusted('secretary', [ours.unitId]))
    const on = async (which: object, asOf: string) =>
      (await call(listAnchoringLinks, { ...which, asOf }, owner)).links.map(
        ({ unitName, bodyName, validTo }) => `${unitName} ${bodyName} ${validTo}`,
      )
    expect(await on({ unitId: alby }, '2026-01-31')).toEqual([])
    // An earlier day does not know of an end that came after it.
    expect(await on({ unitId: alby }, '2026-02-01')).toEqual(['Alby Gruppen null'])
    expect(await on({ bodyId: group }, '2026-02-20')).toEqual(['Alby Gruppen 2026-02-20'])
    expect(await on({ bodyId: board }, '2026-02-20')).toEqual([])
    expect(await on({ unitId: alby }, '2026-02-21')).toEqual([])
  })

  it.each([
    ['to a body of its own', () => ({ bodyId: board }), 'anchoring.ownBody'],
    ['that is not there', () => ({ lastDay: '2026-02-20' }), 'anchoring.notLinkedThen'],
  ])('is not made or ended %s', async (_, more, key) => {
    await expect(
      call(setAnchoringLink, { unitId: alby, bodyId: group, ...more() }, owner),
    ).rejects.toMatchObject({ detail: { key } })
  })

  it('is nobody else’s to make', async () => {
    await expect(
      call(setAnchoringLink, { unitId: alby, bodyId: group }, trusted('secretary', [boda])),
    ).rejects.toMatchObject({ code: 'notFound' })
  })
})
