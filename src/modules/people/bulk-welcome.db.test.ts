import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '#platform/operations/call.ts'
import { createUnit } from '#modules/organisation/index.ts'
import { makeGrant, type TestOffice } from '../../../tests/support/test-office.ts'
import { approveApplications } from './operations/joining/approve-applications.ts'
import { assignWelcomeTask } from './operations/joining/assign-welcome-task.ts'
import { listWelcomeTasks } from './operations/joining/list-welcome-tasks.ts'
import { shareOutWelcomeTasks } from './operations/joining/share-out-welcome-tasks.ts'
import { joiningOffice, openJoiningOffice, type JoiningOffice } from './testing/joining-office.ts'

let office: TestOffice
let joining: JoiningOffice
let registrar: Caller
let taskIds: string[]

beforeAll(async () => {
  office = await openJoiningOffice()
}, 60_000)
afterAll(() => office.close())
beforeEach(async () => {
  joining = await joiningOffice(office)
  registrar = joining.registrar
  const applicationIds: string[] = []
  for (const name of ['Ada', 'Bo', 'Cia', 'Dan', 'Eva']) {
    applicationIds.push(await joining.applied({ givenName: name, email: `${name}@example.org`, phone: '' }))
  }
  await joining.as(registrar, approveApplications, { applicationIds })
  const { tasks } = await joining.as(registrar, listWelcomeTasks, {})
  taskIds = tasks.map(({ id }) => id)
})

const idOf = (caller: Caller) => (caller.actor.kind === 'person' ? caller.actor.userId : '')
const counts = async () => {
  const { tasks } = await joining.as(registrar, listWelcomeTasks, {})
  return Object.fromEntries(
    [...Map.groupBy(tasks, ({ assigneeUserId }) => assigneeUserId)].map(([who, all]) => [who, all.length]),
  )
}

describe('many welcomes at once', () => {
  it('are given to one, and say how many wait for each', async () => {
    const organiser = await joining.ours.person(['organiser'])
    const given = await joining.as(registrar, assignWelcomeTask, { taskIds, userId: idOf(organiser) })
    expect(given).toEqual({ assigned: 5, name: 'organiser' })
    const { welcomers } = await joining.as(organiser, listWelcomeTasks, {})
    expect(welcomers.find(({ userId }) => userId === idOf(organiser))?.waiting).toBe(5)
  })

  it('are shared out evenly, the odd one to who has the fewest', async () => {
    const [one, other] = [await joining.ours.person(['organiser']), await joining.ours.person(['organiser'])]
    await joining.as(registrar, assignWelcomeTask, { taskIds: taskIds.slice(0, 2), userId: idOf(one) })
    const { shares, left } = await joining.as(registrar, shareOutWelcomeTasks, {
      taskIds: taskIds.slice(2),
      userIds: [idOf(one), idOf(other)],
    })
    expect([shares.map(({ count }) => count), left]).toEqual([[1, 2], 0])
    expect(await counts()).toEqual({ [idOf(one)]: 3, [idOf(other)]: 2 })
  })

  it('are not given to somebody who would not see them', async () => {
    const { unitId: village } = await joining.as(joining.ours.operator, createUnit, {
      parentId: joining.ours.unitId,
      kind: 'association',
      name: 'Byn',
    })
    const elsewhere = await joining.ours.person([])
    await makeGrant(office.application, {
      organisationId: joining.ours.id,
      userId: idOf(elsewhere),
      role: 'organiser',
      unitId: village,
    })
    const wide: Caller = {
      ...registrar,
      actor: {
        ...registrar.actor,
        grants: [{ role: 'registrar', unitIds: [joining.ours.unitId, village], top: true }],
      } as Caller['actor'],
    }
    await expect(
      joining.as(wide, assignWelcomeTask, { taskIds, userId: idOf(elsewhere) }),
    ).rejects.toMatchObject({ code: 'notPossibleNow', detail: { key: 'welcome.notTheirs' } })
    const { left } = await joining.as(wide, shareOutWelcomeTasks, { taskIds, userIds: [idOf(elsewhere)] })
    expect(left).toBe(5)
    expect(await counts()).toEqual({ null: 5 })
  })

  it('are nobody’s again when they are given to nobody, and are not given when one is none', async () => {
    await joining.as(registrar, assignWelcomeTask, { taskIds, userId: 'me' })
    const gone = '01900000-0000-7000-8000-000000000000'
    await expect(
      joining.as(registrar, assignWelcomeTask, { taskIds: [...taskIds, gone], userId: null }),
    ).rejects.toMatchObject({ code: 'notFound' })
    expect(await counts()).toEqual({ [idOf(registrar)]: 5 })
    await joining.as(registrar, assignWelcomeTask, { taskIds, userId: null })
    expect(await counts()).toEqual({ null: 5 })
  })
})
