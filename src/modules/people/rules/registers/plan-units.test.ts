import { expect, it } from 'vitest'
import { planUnits, type StandingUnit, type UnitRow } from './plan-units.ts'

const top: StandingUnit = {
  id: '00000000-0000-0000-0000-000000000001',
  name: 'Distriktet',
  kind: 'district',
  parentId: null,
  validFrom: '2000-01-01',
}
const unit = (name: string, number: number, parentId = top.id): StandingUnit => ({
  id: `00000000-0000-0000-0000-00000000000${number}`,
  name,
  kind: 'association',
  parentId,
  validFrom: '2010-01-01',
})
const alby = unit('Alby', 2)
const circle = { ...unit('Norra kretsen', 3), kind: 'circle' }
const backa = unit('Backa', 4, circle.id)

const row = (line: number, name: string, more: Partial<UnitRow> = {}): UnitRow => ({
  line,
  id: '',
  name,
  kind: 'Förening',
  parent: '',
  from: '',
  to: '',
  ...more,
})
const kindOf = (word: string) =>
  ({ förening: 'association', krets: 'circle', distrikt: 'district' })[word.toLowerCase()] ?? null

const planned = (rows: UnitRow[], standing = [top, alby, circle, backa]) => {
  const { steps, skipped } = planUnits(rows, standing, { kindOf, day: '2026-10-01' })
  return [
    ...steps.map((step) => {
      const above = step.what === 'create' ? step.parent : step.move
      const under = above ? ` under ${'unitId' in above ? above.unitId.at(-1) : `line ${above.line}`}` : ''
      const named = step.what === 'change' && step.rename ? ' renamed' : ''
      return `${step.line} ${step.what} ${step.name}${named}${under} ${step.from}`
    }),
    ...skipped.map(({ line, fault }) => `${line} ${fault}`),
  ]
}

it.each<[string, UnitRow[], string[]]>([
  ['a new unit right below the top', [row(2, 'Cedra')], ['2 create Cedra under 1 2026-10-01']],
  [
    'children before their parents',
    [row(2, 'Dalen', { parent: 'Södra kretsen' }), row(3, 'Södra kretsen', { kind: 'Krets' })],
    ['3 create Södra kretsen under 1 2026-10-01', '2 create Dalen under line 3 2026-10-01'],
  ],
  [
    'a parent by its path',
    [row(2, 'Eken', { parent: 'Distriktet / Norra kretsen', from: '1/3 2020' })],
    ['2 create Eken under 3 2020-03-01'],
  ],
  ['what is there', [row(2, 'alby'), row(3, 'Backa', { parent: 'Norra kretsen' })], ['2 same', '3 same']],
  ['what has moved', [row(2, 'Backa', { parent: 'Distriktet' })], ['2 change Backa under 1 2026-10-01']],
  [
    'another name by its id',
    [row(2, 'Albyn', { id: alby.id, from: '2026-05-01' })],
    ['2 change Albyn renamed 2026-05-01'],
  ],
  ['a namesake beside', [row(2, 'Cedra'), row(3, 'Cedra')], ['2 create Cedra under 1 2026-10-01', '3 twice']],
  ['the same unit twice', [row(2, 'Alby'), row(3, 'Alby')], ['2 same', '3 twice']],
  [
    'a namesake elsewhere, when the first is in the file too',
    [row(2, 'Alby'), row(3, 'Alby', { parent: 'Norra kretsen' })],
    ['3 create Alby under 3 2026-10-01', '2 same'],
  ],
  ['a parent that nobody knows', [row(2, 'Eken', { parent: 'Västra' })], ['2 parentUnknown']],
  ['a parent that may be two', [row(2, 'Eken', { parent: 'Alby' })], ['2 parentUnsure']],
  ['a kind that nobody knows', [row(2, 'Eken', { kind: 'Lag' })], ['2 kindUnknown']],
  ['a name that is missing', [row(2, '')], ['2 nameMissing']],
  ['a day that is none', [row(2, 'Eken', { from: '29 feb 2025' })], ['2 dayUnread']],
  ['a day to come', [row(2, 'Eken', { from: '2027-01-01' })], ['2 notYet']],
  ['a day before the unit above', [row(2, 'Eken', { from: '1999-01-01' })], ['2 beforeParent']],
  ['how it was before', [row(2, 'Gamla Alby', { id: alby.id, to: '2009-12-31' })], ['2 ended']],
  ['a unit under its own', [row(2, 'Norra kretsen', { kind: 'Krets', parent: 'Backa' })], ['2 underOwn']],
  [
    'a kind left out, among others of one kind',
    [row(2, 'Eken', { kind: '', parent: 'Norra kretsen' })],
    ['2 create Eken under 3 2026-10-01'],
  ],
  ['a kind left out, among several', [row(2, 'Eken', { kind: '' })], ['2 kindMissing']],
  ['the top unit itself', [row(2, 'Distriktet', { kind: 'Distrikt' })], ['2 same']],
])('%s', (name, rows, expected) => {
  const standing =
    name === 'a parent that may be two' ? [top, alby, circle, { ...backa, name: 'Alby' }] : undefined
  expect(planned(rows, standing)).toEqual(expected)
})
