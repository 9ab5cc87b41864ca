import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fieldsOf, sampleOf } from './fields.ts'
import { fileFields, inputSchemaOf, outputSchemaOf } from './json-schema.ts'

const told = (schema: z.ZodType) =>
  fieldsOf(inputSchemaOf(schema)).map(({ name, kind, values, least, most, required, mayBeNull }) =>
    [name, kind, ...values, least ?? '', most ?? '', required ? 'required' : '', mayBeNull ? 'or null' : '']
      .filter((part) => part !== '')
      .join(' '),
  )

describe('the fields of an input', () => {
  it.each([
    ['a text with limits', z.string().min(2).max(9), 'x text 2 9 required'],
    ['a text that may be left out', z.string().optional(), 'x text'],
    ['a text that may be null', z.string().nullable(), 'x text required or null'],
    ['a whole number with limits', z.number().int().min(1).max(9), 'x wholeNumber 1 9 required'],
    ['a whole number without', z.number().int(), 'x wholeNumber required'],
    ['a number with a default', z.number().default(5), 'x number'],
    ['yes or no', z.boolean(), 'x yesNo required'],
    ['one of several', z.enum(['a', 'b']), 'x among a b required'],
    ['one and no other', z.literal('a'), 'x among a required'],
    ['an id', z.uuid(), 'x id required'],
    ['a day', z.iso.date(), 'x day required'],
    ['a moment', z.iso.datetime(), 'x moment required'],
    ['a file', z.file().max(10).mime(['text/csv', 'application/json']), 'x file required'],
    ['a list', z.array(z.string()).min(1).max(5), 'x list 1 5 required'],
    ['whatever', z.unknown(), 'x anything'],
  ])('%s', (_, schema, words) => expect(told(z.object({ x: schema }))).toEqual([words]))

  it('stand after those they belong to, three deep', () => {
    const schema = z.object({
      cells: z.array(
        z.object({ year: z.number(), more: z.object({ a: z.string(), b: z.object({ c: z.string() }) }) }),
      ),
    })
    expect(told(schema)).toEqual([
      'cells list required',
      'cells[].year number required',
      'cells[].more group required',
      'cells[].more.a text required',
      'cells[].more.b group required',
    ])
  })

  it('that take files are known', () => {
    const schema = z.object({
      one: z.file(),
      many: z.array(z.file()),
      none: z.string(),
      maybe: z.file().optional(),
    })
    expect(fileFields(inputSchemaOf(schema))).toEqual(['one', 'many', 'maybe'])
  })
})

it('an answer has an example that its own schema would take', () => {
  const schema = z.object({
    id: z.uuid(),
    at: z.iso.datetime(),
    day: z.iso.date(),
    amount: z
      .string()
      .regex(/^-?\d{1,15}(\.\d{1,10})?$/)
      .nullable(),
    state: z.enum(['draft', 'ready']),
    rows: z.array(z.object({ label: z.string(), count: z.number().int().min(3) })),
    done: z.boolean(),
    facts: z.record(z.string(), z.number()),
  })
  expect(schema.safeParse(sampleOf(outputSchemaOf(schema))).error?.issues).toBeUndefined()
})
