import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Caller } from '#platform/operations/call.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { createPeopleImport } from './operations/imports/create-people-import.ts'
import { previewPeopleImport } from './operations/imports/preview-people-import.ts'

let office: TestOffice
let district: TestOrganisation
let registrar: Caller

beforeAll(async () => {
  office = await openTestOffice()
  district = await office.organisation()
  registrar = await district.person(['registrar'])
})
afterAll(() => office.close())

async function seen(file: string | Uint8Array<ArrayBuffer>) {
  const { call } = office.application
  const { runId } = await call(
    createPeopleImport,
    { unitId: district.unitId, file: new File([file], 'medlemmar.csv') },
    registrar,
  )
  const preview = await call(previewPeopleImport, { runId }, registrar)
  if (preview.state !== 'read') throw new Error('It was to wait.')
  return preview
}

it('takes two of one name and one address of e-mail for two when they were born on different days', async () => {
  const days = ['1980-01-01', '1980-01-01', '1981-01-01']
  const { counts, skipped } = await seen(
    [
      'Förnamn;Efternamn;E-post;Födelsedatum',
      ...days.map((day) => `Anna;Trefaldig;tre@example.org;${day}`),
    ].join('\n'),
  )
  expect(counts).toMatchObject({ created: 2, skipped: 1, refused: 0 })
  expect(skipped.map(({ line }) => line)).toEqual([3])
})

it('refuses what is no table', async () => {
  const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
  await expect(seen(picture)).rejects.toMatchObject({ detail: { key: 'import.noTable' } })
})

it('says of every row that no column is the name, when there are no headings', async () => {
  const { refused } = await seen('Anna;Svensk;anna@example.org\nBo;Dansk;bo@example.org\n')
  expect(refused.map(({ reasons }) => reasons.map(({ key }) => key))).toEqual([['nameColumnMissing']])
})
