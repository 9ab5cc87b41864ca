import { expect, it } from 'vitest'
import { isNarrowed, searchAddress, wishAsked } from './wish-asked.ts'

const asked = (search: string) => wishAsked({ url: `https://example.org/organisation/venues${search}` })

it.each([
  ['', false, '/organisation/venues'],
  ['?words=+hus+&minCapacity=40', true, '/organisation/venues?words=hus&minCapacity=40'],
  ['?has=quietRoom&has=stepFree&has=sauna', true, '/organisation/venues?has=stepFree&has=quietRoom'],
  ['?minCapacity=many&after=-1&municipality=', false, '/organisation/venues'],
  ['?minCapacity=1.5', false, '/organisation/venues'],
  ['?unit=everything', false, '/organisation/venues'],
  [
    '?unit=0192a3b4-0001-7000-8000-000000000001',
    true,
    '/organisation/venues?unit=0192a3b4-0001-7000-8000-000000000001',
  ],
])('%j', (search, narrowed, address) => {
  const wish = asked(search)
  expect([isNarrowed(wish), searchAddress(wish, wish.offset, null)]).toEqual([narrowed, address])
})

it('keeps the search on its other pages and on another day', () => {
  expect(searchAddress(asked('?words=hus'), 60, '2026-01-01')).toBe(
    '/organisation/venues?words=hus&on=2026-01-01&after=60',
  )
})
