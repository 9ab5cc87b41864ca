import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { getOrganisation, listBodies, listUnits } from './index.ts'

let office: TestOffice
let ours: TestOrganisation
let theirs: TestOrganisation

beforeAll(async () => {
  office = await openTestOffice()
  ours = await office.organisation('Norra distriktet')
  theirs = await office.organisation('Södra distriktet')
})
afterAll(() => office.close())

describe('an organisation', () => {
  it('is shown to anybody', async () => {
    const organisation = await office.application.call(getOrganisation, {}, ours.anonymous)
    expect(organisation).toMatchObject({ id: ours.id, isDemo: false, accentHue: 210 })
  })

  it('shows its units to those who work in it, and only its own', async () => {
    const secretary = await ours.person(['secretary'])
    const { units } = await office.application.call(listUnits, {}, secretary)
    expect(units.map((unit) => unit.id)).toEqual([ours.unitId])
  })

  it('does not show its units to an applicant', async () => {
    const person = await ours.person(['applicant'])
    await expect(office.application.call(listUnits, {}, person)).rejects.toMatchObject({
      code: 'roleRequired',
    })
  })

  it('has no bodies until some are made', async () => {
    const board = await theirs.person(['board'])
    expect((await office.application.call(listBodies, {}, board)).bodies).toEqual([])
  })
})
