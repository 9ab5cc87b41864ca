import { expect, it } from 'vitest'
import { planMandates, type KnownMandate, type KnownPublicBody, type MandateRow } from './plan-mandates.ts'

const body = (id: string, name: string, areaName = 'Alby kommun'): KnownPublicBody => ({
  id,
  name,
  areaName,
  validFrom: '2022-01-01',
  validTo: null,
})
const asta = { personId: 'asta', name: 'Asta Provsson', unit: 'Norr', sure: true }
const bo = { personId: 'bo', name: 'Bo Provsson', unit: 'Norr', sure: false }
const row = (line: number, name: string, more: Partial<MandateRow> = {}): MandateRow => ({
  line,
  name,
  personId: '',
  email: '',
  personalNumber: '',
  publicBody: 'Skolnämnden',
  area: 'Alby',
  policyArea: '',
  seatKind: '',
  post: '',
  partyGroup: '',
  from: '2023-01-01',
  to: '',
  appointedBy: '',
  viaAgreement: '',
  endedReason: '',
  namePublic: '',
  ...more,
})
const held = (more: Partial<KnownMandate> = {}): KnownMandate => ({
  id: 'm',
  personId: 'asta',
  publicBodyId: 'school',
  seatKind: 'ordinary',
  post: '',
  validFrom: '2023-01-01',
  validTo: null,
  ...more,
})

const planned = (
  rows: MandateRow[],
  { mandates = [], chosen = {} }: { mandates?: KnownMandate[]; chosen?: Record<number, string> } = {},
) => {
  const candidates = new Map(
    rows.map(({ line, name }) => [line, name === 'Bo' ? [bo] : name === 'Asta' ? [asta] : []]),
  )
  const bodies = [
    body('school', 'Skolnämnden'),
    body('care', 'Vårdnämnden'),
    body('care2', 'Vårdnämnden', 'Backa kommun'),
  ]
  const plan = planMandates(rows, {
    bodies,
    mandates,
    candidates,
    chosen: new Map(Object.entries(chosen).map(([line, id]) => [Number(line), id])),
  })
  return [
    ...plan.newBodies.map(({ name, areaName, from }) => `new ${name}, ${areaName} ${from}`),
    ...plan.steps.map((step) =>
      step.what === 'end'
        ? `${step.line} end ${step.to}`
        : [step.line, step.personId, 'id' in step.body ? step.body.id : 'new', step.seatKind, step.post]
            .filter(Boolean)
            .join(' '),
    ),
    ...plan.asked.map(({ line }) => `${line} asked`),
    ...plan.skipped.map(({ line, fault }) => `${line} ${fault}`),
  ]
}

it.each<[string, MandateRow[], string[]]>([
  ['somebody who is surely known', [row(2, 'Asta')], ['2 asta school ordinary']],
  [
    'a deputy with a post',
    [row(2, 'Asta', { seatKind: 'Ersättare', post: '2:e vice ordförande' })],
    ['2 asta school deputy secondViceChair'],
  ],
  ['a seat in the column of posts', [row(2, 'Asta', { post: 'Ersättare' })], ['2 asta school deputy']],
  ['somebody of whom only the name is known', [row(2, 'Bo')], ['2 asked']],
  ['somebody nobody knows', [row(2, 'Cia')], ['2 nobody']],
  [
    'a body that nobody has written in, twice',
    [
      row(2, 'Asta', { publicBody: 'Kulturnämnden' }),
      row(3, 'Asta', { publicBody: 'kulturnämnden', area: 'Alby', from: '2019-01-01', to: '2022-12-31' }),
    ],
    ['new Kulturnämnden, Alby 2019-01-01', '2 asta new ordinary', '3 asta new ordinary'],
  ],
  [
    'a body nobody has written in, without a place',
    [row(2, 'Asta', { publicBody: 'Kulturnämnden', area: '' })],
    ['2 areaUnknown'],
  ],
  ['a body that may be two', [row(2, 'Asta', { publicBody: 'Vårdnämnden', area: '' })], ['2 bodyUnsure']],
  [
    'a body by its place',
    [row(2, 'Asta', { publicBody: 'Vårdnämnden', area: 'Backa kommun' })],
    ['2 asta care2 ordinary'],
  ],
  ['days before the body', [row(2, 'Asta', { from: '2020-01-01' })], ['2 bodyThen']],
  ['no first day', [row(2, 'Asta', { from: '' })], ['2 dayMissing']],
  ['a day that is none', [row(2, 'Asta', { to: '31 juni 2024' })], ['2 dayUnread']],
  ['an end before the beginning', [row(2, 'Asta', { to: '2022-01-01' })], ['2 endsBefore']],
  ['a seat nobody knows', [row(2, 'Asta', { seatKind: 'Gäst' })], ['2 seatKindUnknown']],
  ['a post nobody knows', [row(2, 'Asta', { post: 'Kung' })], ['2 postUnknown']],
  ['the same twice', [row(2, 'Asta'), row(3, 'Asta')], ['2 asta school ordinary', '3 twice']],
])('%s', (_, rows, expected) => {
  expect(planned(rows)).toEqual(expected)
})

it.each<[string, MandateRow, KnownMandate, string[]]>([
  ['the same', row(2, 'Asta'), held(), ['2 same']],
  ['an end', row(2, 'Asta', { to: '2024-06-30' }), held(), ['2 end 2024-06-30']],
  ['the same end', row(2, 'Asta', { to: '2024-06-30' }), held({ validTo: '2024-06-30' }), ['2 same']],
  [
    'an earlier end',
    row(2, 'Asta', { to: '2024-06-30' }),
    held({ validTo: '2026-12-31' }),
    ['2 end 2024-06-30'],
  ],
  ['a later end', row(2, 'Asta', { to: '2026-06-30' }), held({ validTo: '2024-12-31' }), ['2 differs']],
  ['another seat', row(2, 'Asta', { seatKind: 'Ersättare' }), held(), ['2 differs']],
  ['another first day', row(2, 'Asta', { from: '2023-02-01' }), held(), ['2 heldAlready']],
  [
    'a mandate before it',
    row(2, 'Asta', { from: '2022-01-01', to: '2022-12-31' }),
    held(),
    ['2 asta school ordinary'],
  ],
])('beside a mandate that is there: %s', (_, wanted, there, expected) => {
  expect(planned([wanted], { mandates: [there] })).toEqual(expected)
})

it.each([
  ['bo', ['2 bo school ordinary']],
  ['', ['2 left']],
  ['somebody', ['2 nobody']],
])('asked and answered by %j', (answer, expected) => {
  expect(planned([row(2, 'Bo')], { chosen: { 2: answer } })).toEqual(expected)
})
