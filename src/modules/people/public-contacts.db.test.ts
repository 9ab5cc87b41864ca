import { expect, it } from 'vitest'
import { changeBody } from '#modules/organisation/index.ts'
import { findPublicContacts } from './operations/posts/find-public-contacts.ts'
import { postsOffice } from './testing/posts-office.ts'

const posts = postsOffice()
const { call, person, board, committee, mandate } = posts

it.each([
  ['Östersund', null, 1],
  ['östers', null, 1],
  ['0199', null, 1],
  ['Östersunds kommun', 'Östersund', 1],
  ['Östersnd', 'Östersund', 1],
  ['Ostersudn', 'Östersund', 1],
  ['Örnskjöldsvik', 'Örnsköldsvik', 0],
  ['Kiruna', 'Kiruna', 0],
  ['Ingenstansby', null, 0],
])('%s finds contacts for %j: %i', async (words, meant, count) => {
  const { bodyId } = await board()
  const owner = await posts.ours.person(['owner'])
  await call(
    changeBody,
    {
      bodyId,
      kind: 'board',
      name: 'Styrelsen',
      parentId: null,
      purpose: '',
      contactAddress: 'styrelsen@example.org',
      isHighest: false,
      openToJoin: false,
      from: '2026-02-01',
    },
    owner,
  )
  await mandate(await person('Asta'), await committee('Skolnämnden', 'Östersund'), '2023-01-01', {
    namePublic: true,
  })
  const found = await call(findPublicContacts, { words }, posts.ours.anonymous)
  expect([found.meant, found.units.length]).toEqual([meant, count])
})
