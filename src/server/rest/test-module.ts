import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { texts } from '#platform/i18n/texts.ts'
import {
  exportOperation,
  personalReadOperation,
  readOperation,
  writeOperation,
} from '#platform/operations/operation.ts'
import { Problem, type ProblemCode } from '#platform/operations/problem.ts'

const everyone = { allow: 'everyone' } as const
const subject = () => ({ kind: 'test', id: null })

const readThing = readOperation({
  name: 'read-thing',
  summary: 'Read a thing.',
  route: 'GET /things/{number}',
  policy: everyone,
  input: z.object({
    number: z.number().int(),
    large: z.boolean().optional(),
    years: z.array(z.number().int()).optional(),
    asOf: z.iso.date().optional(),
  }),
  output: z.object({ taken: z.unknown(), at: z.date(), count: z.bigint(), nothing: z.string().optional() }),
  example: () => ({ number: 1 }),
  run: async (_, input) => ({ taken: input, at: new Date('2026-11-22T10:00:00Z'), count: 12n }),
})

const writeThing = writeOperation({
  name: 'write-thing',
  summary: 'Write a thing.',
  route: 'PUT /things/{number}',
  policy: everyone,
  input: z.object({
    number: z.number().int(),
    amount: z.string().regex(/^\d+$/, 'amount'),
    cells: z.array(z.object({ year: z.number() })).default([]),
  }),
  output: z.object({ written: z.string(), times: z.number() }),
  example: () => ({ number: 1, amount: '1' }),
  audit: subject,
  async run({ db, organisationId }, input) {
    // Something that can be counted: was it done once or twice?
    await db
      .insertInto('organisation.unit')
      .values({
        organisation_id: organisationId,
        id: randomUUID(),
        kind: 'thing',
        name: `Thing ${input.number}`,
        slug: `thing-${randomUUID()}`,
        valid_from: '2026-01-01',
      })
      .execute()
    const { times } = await db
      .selectFrom('organisation.unit')
      .select((row) => row.fn.countAll<bigint>().as('times'))
      .where('name', '=', `Thing ${input.number}`)
      .executeTakeFirstOrThrow()
    if (input.amount === '13') throw new Problem('notPossibleNow')
    return { written: input.amount, times: Number(times) }
  },
})

const sendFile = writeOperation({
  name: 'send-file',
  summary: 'Send a file.',
  route: 'POST /files',
  policy: everyone,
  input: z.object({
    file: z.file().max(1000).mime(['text/csv']),
    year: z.number().int(),
    check: z.boolean().default(false),
  }),
  output: z.object({
    name: z.string(),
    bytes: z.number(),
    text: z.string(),
    year: z.number(),
    check: z.boolean(),
  }),
  example: () => ({ file: new File(['x'], 'x.csv', { type: 'text/csv' }), year: 2025 }),
  audit: subject,
  run: async (_, { file, ...rest }) => ({
    name: file.name,
    bytes: file.size,
    text: await file.text(),
    ...rest,
  }),
})

const fetchFile = exportOperation({
  name: 'fetch-file',
  summary: 'Fetch a file.',
  route: 'GET /files/{name}',
  policy: everyone,
  input: z.object({ name: z.string() }),
  output: z.file(),
  example: () => ({ name: 'å' }),
  audit: subject,
  run: async (_, { name }) => new File(['år;belopp'], `${name}.csv`, { type: 'text/csv; charset=utf-8' }),
})

const readPerson = personalReadOperation({
  name: 'read-person',
  summary: 'Read a person.',
  route: 'GET /persons/{personId}',
  policy: { allow: 'signedIn' },
  input: z.object({ personId: z.uuid() }),
  output: z.object({ name: z.string() }),
  example: () => ({ personId: randomUUID() }),
  audit: subject,
  run: async () => ({ name: 'Någon' }),
})

const failThing = readOperation({
  name: 'fail-thing',
  summary: 'Fail.',
  route: 'GET /failures/{code}',
  policy: everyone,
  input: z.object({ code: z.string() }),
  output: z.object({}),
  example: () => ({ code: 'notFound' }),
  run: async (_, { code }) => {
    if (code === 'fault') throw new Error('select * from secret')
    throw new Problem(code as ProblemCode, { facts: code === 'tooMany' ? { retryAfter: 17 } : {} })
  },
})

/** Operations of every kind, for the tests of the interface. */
export const testModule = {
  name: 'test',
  operations: [readThing, writeThing, sendFile, fetchFile, readPerson, failThing],
  texts: texts({ amount: 'Skriv ett helt belopp.' }, { amount: 'Write a whole amount.' }),
}
