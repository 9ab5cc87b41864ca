import { expect, it } from 'vitest'
import type { UnitRecords } from './unit-records.ts'
import { unitSpans } from './unit-spans.ts'

const name = (said: string, validFrom: string, validTo: string | null, kind = 'association') => ({
  id: `name ${validFrom}`,
  unitId: 'alby',
  name: said,
  kind,
  validFrom,
  validTo,
})
const place = (parentId: string, validFrom: string, validTo: string | null) => ({
  id: `place ${validFrom}`,
  unitId: 'alby',
  parentId,
  validFrom,
  validTo,
})
const records = (names: UnitRecords['names'], places: UnitRecords['places']): UnitRecords => ({
  units: [{ id: 'alby', slug: 'alby', validFrom: '2020-01-01', validTo: null }],
  names,
  places,
  successions: [],
})

it.each([
  [
    'never changed',
    records([name('Alby', '2020-01-01', null)], [place('top', '2020-01-01', null)]),
    ['Alby under top 2020-01-01–'],
  ],
  [
    'moved and renamed',
    records(
      [name('Alby', '2020-01-01', '2022-05-31'), name('Albyn', '2022-06-01', null)],
      [place('top', '2020-01-01', '2021-12-31'), place('circle', '2022-01-01', null)],
    ),
    [
      'Alby under top 2020-01-01–2021-12-31',
      'Alby under circle 2022-01-01–2022-05-31',
      'Albyn under circle 2022-06-01–',
    ],
  ],
  [
    'closed and opened again',
    records(
      [name('Alby', '2020-01-01', '2021-12-31'), name('Alby', '2023-01-01', null)],
      [place('top', '2020-01-01', '2021-12-31'), place('top', '2023-01-01', null)],
    ),
    ['Alby under top 2020-01-01–2021-12-31', 'Alby under top 2023-01-01–'],
  ],
])('a unit that was %s', (_, from, expected) => {
  const said = unitSpans(from).map(
    (span) => `${span.name} under ${span.parentId} ${span.validFrom}–${span.validTo ?? ''}`,
  )
  expect(said).toEqual(expected)
})
