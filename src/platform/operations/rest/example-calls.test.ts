import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readOperation, writeOperation } from '../operation.ts'
import { exampleCalls, filledPath } from './example-calls.ts'
import { toForm, toQuery } from './query.ts'

const common = {
  summary: '',
  policy: { allow: 'signedIn' as const },
  output: z.object({}),
  run: async () => ({}),
}
const subject = () => ({ kind: 'thing', id: null })

describe('a call to copy', () => {
  it('that reads asks in the address', () => {
    const input = { bookId: 'a b', years: [2025, 2026], text: "så'n" }
    const read = readOperation({
      ...common,
      name: 'list-things',
      route: 'GET /books/{bookId}/things',
      input: z.object({ bookId: z.string(), years: z.array(z.number()), text: z.string() }),
      example: () => input,
    })
    expect(exampleCalls('budget', read, input, 'https://kansli.example')).toEqual({
      curl:
        `curl 'https://kansli.example/api/v1/books/a%20b/things?years%5B0%5D=2025&years%5B1%5D=2026&text=s%C3%A5%27n' \\\n` +
        `  -H "Authorization: Bearer $KANSLI_TOKEN"`,
      commandLine: `npx kansli budget list-things --json '{"bookId":"a b","years":[2025,2026],"text":"så'\\''n"}'`,
    })
  })

  it('that changes something sends JSON', () => {
    const input = { thingId: '1', amount: '35', final: true }
    const write = writeOperation({
      ...common,
      name: 'set-thing',
      route: 'PUT /things/{thingId}',
      input: z.object({ thingId: z.string(), amount: z.string(), final: z.boolean() }),
      example: () => input,
      audit: subject,
    })
    expect(exampleCalls('budget', write, input, 'https://kansli.example')).toEqual({
      curl: [
        'curl -X PUT https://kansli.example/api/v1/things/1',
        '-H "Authorization: Bearer $KANSLI_TOKEN"',
        '-H "Content-Type: application/json"',
        `-d '{"amount":"35","final":true}'`,
      ].join(' \\\n  '),
      commandLine: 'npx kansli budget set-thing --thingId 1 --amount 35 --final true',
    })
  })

  it('that takes a file sends a form, without a key where none is needed', () => {
    const input = { file: new File([], 'budget.xlsx'), year: 2025 }
    const send = writeOperation({
      ...common,
      policy: { allow: 'everyone' },
      name: 'send-file',
      route: 'POST /files',
      input: z.object({ file: z.file(), year: z.number() }),
      example: () => input,
      audit: subject,
    })
    expect(exampleCalls('files', send, input, 'https://kansli.example')).toEqual({
      curl: ['curl -X POST https://kansli.example/api/v1/files', '-F file=@budget.xlsx', '-F year=2025'].join(
        ' \\\n  ',
      ),
      commandLine: 'npx kansli files send-file --file budget.xlsx --year 2025',
    })
  })
})

it('puts an input into an address, a question and a form', () => {
  expect(filledPath('/a/{one}/b/{+two}', { one: 'å/ä', two: 5 })).toBe('/a/%C3%A5%2F%C3%A4/b/5')
  const input = { none: undefined, empty: null, day: '2026-01-01', list: ['a'], group: { deep: [true] } }
  const pairs = [
    ['day', '2026-01-01'],
    ['list[0]', 'a'],
    ['group[deep][0]', 'true'],
  ]
  expect([...toQuery(input)]).toEqual(pairs)
  expect([...toForm(input)]).toEqual(pairs)
})
