import fc from 'fast-check'
import { affiliationKinds } from '../rules/affiliations/kinds.ts'
import { membershipKinds, standings } from '../rules/membership.ts'
import type { FilterStep, GroupStep, ListQuery, QueryStep } from '../rules/lists/query.ts'
import type { RandomRegister } from './random-register.ts'

/** Any query over a register: every filter, in groups and their opposites, with or without a draw. */
export function randomQuery(register: RandomRegister): fc.Arbitrary<ListQuery> {
  const filter = randomFilter(register)
  const { step: anyStep } = fc.letrec<{ step: QueryStep; group: GroupStep }>((tie) => ({
    group: fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      steps: fc.array(tie('step'), { maxLength: 3 }),
    }),
    step: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      filter,
      filter.map((each): QueryStep => ({ kind: 'not', step: each })),
      tie('group'),
      tie('group').map((each): QueryStep => ({ kind: 'not', step: each })),
    ),
  }))
  return fc.record({
    where: fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      steps: fc.array(anyStep, { maxLength: 4 }),
    }),
    sample: fc.option(
      fc.record({
        by: fc.constantFrom('number' as const, 'percent' as const),
        size: fc.integer({ min: 1, max: 100 }),
        seed: fc.constantFrom('a', 'höst 2026', "'"),
      }),
      { freq: 3 },
    ),
  })
}

const day = fc
  .date({ min: new Date('2024-06-01'), max: new Date('2028-01-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const monthDay = day.map((each) => each.slice(5))
const word = fc.constantFrom('kollektivtrafik', 'Vård', 'språk', 'annat')

function step(filter: string, input: fc.Arbitrary<Record<string, unknown>>): fc.Arbitrary<FilterStep> {
  return input.map((each) => ({ kind: 'filter', filter, input: withoutGaps(each) }))
}

/** Now and then nothing. */
function some<Value>(value: fc.Arbitrary<Value>) {
  return fc.option(value, { nil: undefined, freq: 3 })
}

function randomFilter({
  unitIds,
  tagIds,
  fields,
  listIds,
  bodyIds,
  publicBodyIds,
}: RandomRegister): fc.Arbitrary<FilterStep> {
  const values: Record<string, [string[], fc.Arbitrary<string>]> = {
    text: [['filled', 'is', 'contains'], fc.constantFrom('Å', 'åka', 'SNÖ', 'x')],
    number: [['filled', 'is', 'atLeast', 'atMost'], fc.constantFrom('1', '2.50', '9', '-3')],
    date: [['filled', 'is', 'atLeast', 'atMost'], day],
    yesNo: [['filled', 'is'], fc.constantFrom('yes', 'no')],
    choices: [['filled', 'is'], fc.constantFrom('vård', 'Språk')],
  }
  return fc.oneof(
    step(
      'membership',
      fc
        .record({
          standing: fc.subarray([...standings], { minLength: 1 }),
          unitId: some(fc.constantFrom(...unitIds)),
          below: fc.boolean(),
          kind: some(fc.subarray([...membershipKinds])),
          sinceFrom: some(day),
          sinceTo: some(day),
          paidFrom: some(day),
          endedFrom: some(day),
          endedTo: some(day),
          asOf: some(day),
        })
        .map((input) => (input.endedFrom || input.endedTo ? { ...input, asOf: undefined } : input)),
    ),
    step(
      'age',
      fc
        .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 30 }))
        .chain(([from, more]) => fc.constantFrom({ from }, { to: from }, { from, to: from + more })),
    ),
    step('birthday', fc.record({ from: monthDay, to: monthDay })),
    step('tag', fc.record({ tagId: fc.constantFrom(...tagIds) })),
    step(
      'field',
      fc.constantFrom(...fields).chain(({ id, type }) => {
        const [comparisons, value] = values[type]!
        return fc.record({ fieldId: fc.constant(id), compare: fc.constantFrom(...comparisons), value })
      }),
    ),
    step(
      'consent',
      fc.record({
        purpose: fc.constantFrom('newsletter', 'other'),
        channel: fc.constantFrom('any', 'email', 'sms', 'phone'),
      }),
    ),
    step('contact', fc.record({ way: fc.constantFrom('email', 'phone', 'address') })),
    step(
      'postalCode',
      fc.constantFrom<Record<string, unknown>>(
        { from: '11' },
        { from: '113 20', to: '118' },
        { from: '98131' },
      ),
    ),
    step('city', fc.record({ city: fc.constantFrom('ort', 'Örten', 'By') })),
    step(
      'language',
      fc.constantFrom<Record<string, unknown>>(
        { writtenTo: 'sv' },
        { speaks: 'fi' },
        { writtenTo: 'en', speaks: 'ar' },
      ),
    ),
    step('engagement', fc.record({ subject: fc.constantFrom('interests', 'skills', 'affiliations'), word })),
    step('affiliation', fc.record({ kind: some(fc.constantFrom(...affiliationKinds)), word: some(word) })),
    step(
      'role',
      fc.record({
        bodyId: some(fc.constantFrom(...bodyIds)),
        standing: some(fc.constantFrom('ordinary', 'substitute')),
        asOf: some(day),
      }),
    ),
    step(
      'mandate',
      fc.record({
        publicBodyId: some(fc.constantFrom(...publicBodyIds)),
        seatKind: some(fc.constantFrom('ordinary', 'deputy')),
        asOf: some(day),
      }),
    ),
    step('source', fc.record({ source: fc.constantFrom('import', 'join') })),
    step('list', fc.record({ listId: fc.constantFrom(...listIds) })),
  )
}

function withoutGaps(input: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
}
