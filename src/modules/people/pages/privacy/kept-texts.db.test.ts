import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestOffice, type TestOffice } from '../../../../../tests/support/test-office.ts'
import { keptTexts } from './kept-texts.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice()
})
afterAll(() => office.close())

describe('the page about everything that is kept', () => {
  it('has words for every table that tells of a person', async () => {
    const { rows } = await office.application.database.pool.query<{ about: string }>(
      `select distinct about::text from people.person_references() order by 1`,
    )
    expect(rows.length).toBeGreaterThan(10)
    const t = keptTexts.in('sv')
    const without = rows.filter(
      ({ about }) => t(`table.${about}` as 'table.people.note') === `table.${about}`,
    )
    expect(without.map(({ about }) => about)).toEqual([])
  })
})
