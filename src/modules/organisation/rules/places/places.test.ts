import { expect, it } from 'vitest'
import { municipalities, nearestNames, placeCalled, regions } from './places.ts'

it('knows every municipality and region, each by a code and a name of its own', () => {
  for (const [places, count, form] of [
    [municipalities, 290, /^\d{4}$/],
    [regions, 21, /^\d{2}$/],
  ] as const) {
    expect(places).toHaveLength(count)
    expect(new Set(places.map(({ code }) => code)).size).toBe(count)
    expect(new Set(places.map(({ name }) => name)).size).toBe(count)
    expect(places.filter(({ code }) => !form.test(code))).toEqual([])
    expect(places.map(({ code }) => code)).toEqual(places.map(({ code }) => code).toSorted())
  }
})

it('lays every municipality in a county that has a region', () => {
  const counties = new Set(regions.map(({ code }) => code))
  const used = new Set(municipalities.map(({ code }) => code.slice(0, 2)))
  expect(used).toEqual(counties)
})

it.each([
  ['0180', 'Stockholm'],
  ['0980', 'Gotland'],
  ['1480', 'Göteborg'],
  ['2284', 'Örnsköldsvik'],
  ['1438', 'Dals-Ed'],
])('has %s as %s', (code, name) => {
  expect(municipalities.find((place) => place.code === code)?.name).toBe(name)
})

it.each([
  ['Östersund', '2380'],
  ['ostersund', '2380'],
  ['Östersunds kommun', '2380'],
  ['Göteborgs Stad', '1480'],
  ['Borås stad', '1490'],
  ['Uppsala', '0380'],
  ['Region Uppsala', '03'],
  ['Kronoberg', '07'],
  ['Region Kalmar', '08'],
  ['Västra Götalandsregionen', '14'],
  ['Upplands Bro', '0139'],
  ['Exempelby', null],
  ['', null],
])('%s is %s', (text, code) => {
  expect(placeCalled(text)?.code ?? null).toBe(code)
})

const names = [...municipalities, ...regions].map(({ name }) => name)
it.each([
  ['Östersnd', ['Östersund']],
  ['Örnskjöldsvik', ['Örnsköldsvik']],
  ['Jönköpnig', ['Jönköping']],
  ['Hudiksval kommun', ['Hudiksvall']],
  ['Sundsvall', ['Sundsvall']],
  ['Håbo', ['Håbo', 'Habo']],
  ['Xy', []],
  ['Exempelbyn', []],
])('%s may mean %j', (text, expected) => {
  expect(nearestNames(text, names)).toEqual(expected)
})
