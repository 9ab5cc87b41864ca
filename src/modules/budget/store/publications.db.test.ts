import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#platform/identifiers.ts'
import { openTestOffice, type TestOffice } from '../../../../tests/support/test-office.ts'
import { nextEdition } from './publications.ts'
import type { StoredBook, StoredVersion } from './stored-book.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice()
})
afterAll(() => office.close())

it.each([
  ['budget-2027', 'budget-2027'],
  // The organisation's page of whom to turn to stands at /public/…/contacts.
  ['contacts', 'contacts-vart-forslag'],
])('a budget called %s is published at %s', async (slug, address) => {
  const next = await office.application.database.owner
    .transaction()
    .execute((db) =>
      nextEdition(db, { slug } as StoredBook, { id: newId(), slug: 'vart-forslag' } as StoredVersion),
    )
  expect(next).toEqual({ slug: address, edition: 1, latest: null })
})
