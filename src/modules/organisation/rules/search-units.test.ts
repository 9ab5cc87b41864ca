import { expect, it } from 'vitest'
import { searchUnits } from './search-units.ts'
import type { UnitRecords } from './unit-records.ts'
import { defaultUnitKinds, kindCalled } from './unit-kinds.ts'

const from = (id: string, name: string, validFrom = '2020-01-01', validTo: string | null = null) => ({
  id: `${id} ${validFrom}`,
  unitId: id,
  name,
  kind: 'association',
  validFrom,
  validTo,
})
const records: UnitRecords = {
  units: [
    { id: 'ostra', slug: 'ostra', validFrom: '2020-01-01', validTo: null },
    { id: 'vastra', slug: 'vastra', validFrom: '2020-01-01', validTo: null },
    { id: 'gone', slug: 'gone', validFrom: '2020-01-01', validTo: '2024-12-31' },
  ],
  places: [],
  names: [
    from('ostra', 'Östra Ängby förening'),
    from('vastra', 'Vångens förening', '2020-01-01', '2022-12-31'),
    from('vastra', 'Västra föreningen', '2023-01-01'),
    from('gone', 'Åkerbo klubb', '2020-01-01', '2024-12-31'),
  ],
  successions: [{ fromUnitId: 'gone', toUnitId: 'vastra', kind: 'merge', day: '2025-01-01' }],
}

it.each([
  ['ängby', ['ostra']],
  ['ANGBY', ['ostra']],
  ['ångby', []],
  ['för äng', ['ostra']],
  ['ngby', ['ostra']],
  ['förening', ['vastra', 'ostra']],
  ['vången', ['vastra: Vångens förening']],
  ['åkerbo', ['vastra: Åkerbo klubb', 'gone']],
  ['a\u030Akerbo', ['vastra: Åkerbo klubb', 'gone']],
  ['östra x', []],
  ['  ', []],
])('%j finds %j', (words, expected) => {
  const found = searchUnits(records, words, '2026-01-01')
  expect(found.map(({ unitId, alias }) => (alias ? `${unitId}: ${alias}` : unitId))).toEqual(expected)
})

it('finds a unit itself on a day before it went up in another', () => {
  expect(searchUnits(records, 'åkerbo', '2024-06-01')).toEqual([{ unitId: 'gone', alias: null }])
})

it.each([
  ['distrikt', 'district'],
  ['FÖRENINGAR', 'association'],
  ['circle', 'circle'],
  ['klubb', undefined],
])('%s is the kind %s', (word, key) => {
  expect(kindCalled(defaultUnitKinds, word)?.key).toBe(key)
})
