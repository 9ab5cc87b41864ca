import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '#platform/operations/call.ts'
import { forgetKeptAnswers } from '#platform/operations/keep-answer.ts'
import { problemStatus, type ProblemCode } from '#platform/operations/problem.ts'
import { createRegistry } from '#platform/operations/registry.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../tests/support/test-office.ts'
import { createRest, type Rest } from './rest.ts'
import { testModule } from './rest/test-module.ts'

let office: TestOffice
let ours: TestOrganisation
let rest: Rest
const callers = new Map<string, Caller>()

beforeAll(async () => {
  office = await openTestOffice()
  ours = await office.organisation()
  callers.set('one', await ours.person(['secretary']))
  callers.set('two', await ours.person(['secretary']))
  rest = createRest({ ...office.application, registry: createRegistry([testModule]) }, async (_, request) => {
    const who = request.headers.get('x-who') ?? ''
    if (who === 'lost line') throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    const caller = callers.get(who) ?? ours.anonymous
    return { ...caller, language: request.headers.get('accept-language') === 'en' ? 'en' : 'sv' }
  })
})
afterAll(() => office.close())

const own = 'http://localhost:3000'

async function ask(method: string, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  if (!headers.has('origin')) headers.set('origin', own)
  const response = await rest(new Request(`${own}/api/v1${path}`, { ...init, method, headers }), randomUUID())
  if (!response) throw new Error('The address was not the interface’s.')
  return response
}

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  return (await response.json()) as {
    code: string
    detail: string
    errors?: { pointer: string; detail: string }[]
  }
}

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
})

const fromSite = (origin: string, more = {}) =>
  ask('PUT', '/things/5', json({ amount: '1' }, { origin, ...more }))

const change = (number: number, key: string, amount = '1', who = 'one') =>
  ask('PUT', `/things/${number}`, json({ amount }, { 'idempotency-key': key, 'x-who': who }))

describe('an address', () => {
  it('gives its parts and its question to the operation, as what they are', async () => {
    const response = await ask('GET', '/things/5?large=true&years[]=2025&years[]=2026&asOf=2026-01-01')
    expect(await response.json()).toEqual({
      taken: { number: 5, large: true, years: [2025, 2026], asOf: '2026-01-01' },
      at: '2026-11-22T10:00:00.000Z',
      count: '12',
    })
  })

  it('that nothing answers to is not found, whatever the method', async () => {
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      const response = await ask(method, '/nothing', method === 'POST' ? json({}) : {})
      expect(response.status).toBe(404)
      expect((await problemOf(response)).code).toBe('notFound')
    }
  })

  it('says what can be done there when the method is wrong', async () => {
    const response = await ask('DELETE', '/things/5')
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, PUT, HEAD, OPTIONS')
    expect((await problemOf(response)).detail).toContain('GET, PUT')
  })

  it('answers OPTIONS with what can be done, and HEAD with the head of a GET', async () => {
    const options = await ask('OPTIONS', '/things/5')
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, PUT, HEAD, OPTIONS'])
    const get = await ask('GET', '/things/5')
    const head = await ask('HEAD', '/things/5')
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([
      200,
      get.headers.get('etag'),
      '',
    ])
  })

  it('outside the interface is left to others', async () => {
    for (const path of ['/api', '/api/v10/things', '/budget']) {
      expect(await rest(new Request(own + path), randomUUID())).toBeNull()
    }
  })
})

const readDocument = async (headers: Record<string, string>) =>
  (await rest(new Request(`${own}/api/openapi.json`, { headers }), randomUUID()))!

describe('GET /api/openapi.json', () => {
  it('describes the operations, in the reader’s language', async () => {
    for (const [language, title] of [
      ['sv', 'Kanslis gränssnitt för program'],
      ['en', "Kansli's interface for programs"],
    ]) {
      const document = await (await readDocument({ 'accept-language': language! })).json()
      expect(document).toMatchObject({ openapi: '3.1.1', info: { title } })
      expect(document.paths['/things/{number}'].put.operationId).toBe('write-thing')
    }
  })

  it('is not sent again to who has it', async () => {
    const etag = (await readDocument({})).headers.get('etag')!
    expect((await readDocument({ 'if-none-match': etag })).status).toBe(304)
  })
})

describe('a body', () => {
  it('of JSON says itself what is a number; only the address is read as one', async () => {
    const good = await ask('PUT', '/things/6', json({ amount: '12', cells: [{ year: 2025 }] }))
    expect(await good.json()).toEqual({ written: '12', times: 1 })
    const bad = await ask('PUT', '/things/6', json({ amount: 12, cells: [{ year: '2025' }] }))
    expect(bad.status).toBe(422)
    expect((await problemOf(bad)).errors).toEqual([
      { pointer: '#/amount', detail: 'Här ska det stå text.' },
      { pointer: '#/cells/0/year', detail: 'Här ska det stå ett tal.' },
    ])
  })

  it('that breaks its schema’s own rule is told so in the module’s words, in the reader’s language', async () => {
    for (const [language, said] of [
      ['sv', 'Skriv ett helt belopp.'],
      ['en', 'Write a whole amount.'],
    ] as const) {
      const response = await ask('PUT', '/things/6', json({ amount: 'x' }, { 'accept-language': language }))
      expect(response.headers.get('content-language')).toBe(language)
      expect((await problemOf(response)).errors).toEqual([{ pointer: '#/amount', detail: said }])
    }
  })

  it.each([
    ['broken JSON', json('{"amount": ')],
    ['another kind of content', json('amount', { 'content-type': 'text/plain' })],
    ['a form without its boundary', json('x', { 'content-type': 'multipart/form-data' })],
  ])('of %s is malformed', async (_, init) => {
    const response = await ask('PUT', '/things/6', init)
    expect([response.status, (await problemOf(response)).code]).toEqual([400, 'malformed'])
  })

  it('with a file comes as a form, whose words are read as what they are', async () => {
    const form = new FormData()
    form.set('file', new File(['år;belopp'], 'budget å.csv', { type: 'text/csv' }))
    form.set('year', '2025')
    form.set('check', 'true')
    const response = await ask('POST', '/files', { body: form })
    expect(await response.json()).toEqual({
      name: 'budget å.csv',
      bytes: 10,
      text: 'år;belopp',
      year: 2025,
      check: true,
    })
  })

  it('with a file too large for its field, or of another type, is refused with a sentence', async () => {
    const form = new FormData()
    form.set('file', new File(['x'.repeat(1001)], 'x.pdf', { type: 'application/pdf' }))
    form.set('year', '2025')
    const response = await ask('POST', '/files', { body: form })
    expect((await problemOf(response)).errors?.map((each) => each.pointer)).toEqual(['#/file', '#/file'])
  })

  it('that says it is too large is refused before a byte is read', async () => {
    let pulled = 0
    const body = new ReadableStream(
      {
        pull(controller) {
          pulled += 1
          controller.enqueue(new Uint8Array(1024 * 1024))
        },
      },
      { highWaterMark: 0 },
    )
    const response = await ask('POST', '/files', {
      body,
      headers: {
        'content-length': String(200 * 1024 * 1024),
        'content-type': 'multipart/form-data; boundary=x',
      },
      duplex: 'half',
    } as RequestInit)
    expect([response.status, (await problemOf(response)).code, pulled]).toEqual([413, 'tooLarge', 0])
  })

  it('that does not say its size is read up to the limit and not a piece further', async () => {
    let pulled = 0
    const body = new ReadableStream(
      {
        pull(controller) {
          pulled += 1
          controller.enqueue(new Uint8Array(1024 * 1024).fill(32))
        },
      },
      { highWaterMark: 0 },
    )
    const response = await ask('PUT', '/things/6', {
      body,
      headers: { 'content-type': 'application/json' },
      duplex: 'half',
    } as RequestInit)
    expect([response.status, (await problemOf(response)).code]).toEqual([413, 'tooLarge'])
    expect(pulled).toBeLessThan(8)
  })
})

describe('an answer', () => {
  it('that is a read carries a mark, and is not sent again to who has it', async () => {
    const first = await ask('GET', '/things/5')
    const mark = first.headers.get('etag')!
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect(first.headers.get('vary')).toContain('Cookie')
    const second = await ask('GET', '/things/5', { headers: { 'if-none-match': `"other", ${mark}` } })
    expect([second.status, await second.text()]).toEqual([304, ''])
    const other = await ask('GET', '/things/6', { headers: { 'if-none-match': mark } })
    expect(other.status).toBe(200)
  })

  it.each([
    ['a change', () => ask('PUT', '/things/5', json({ amount: '1' }))],
    ['personal data', () => ask('GET', `/persons/${randomUUID()}`, { headers: { 'x-who': 'one' } })],
    ['a download', () => ask('GET', '/files/x')],
  ])('with %s is never kept on the way', async (_, get) => {
    const response = await get()
    expect(response.status).toBe(200)
    expect([response.headers.get('cache-control'), response.headers.get('etag')]).toEqual(['no-store', null])
  })

  it('that is a file is saved under its name, never shown', async () => {
    const response = await ask('GET', '/files/bokslut%20%C3%A5')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; .*utf-8''bokslut%20%C3%A5\.csv$/,
    )
    expect(await response.text()).toBe('år;belopp')
  })
})

describe('a problem', () => {
  const codes = Object.keys(problemStatus) as ProblemCode[]

  it.each(codes)('%s has its status, address, words and number', async (code) => {
    const response = await ask('GET', `/failures/${code}`)
    expect(response.status).toBe(problemStatus[code])
    expect(await problemOf(response)).toMatchObject({
      type: `${office.application.services.publicUrl}/api#problem-${code}`,
      title: expect.stringMatching(/\w/),
      detail: expect.not.stringContaining('detail.'),
      status: problemStatus[code],
      instance: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    })
  })

  it('says how long to wait, and how to show who one is', async () => {
    expect((await ask('GET', '/failures/tooMany')).headers.get('retry-after')).toBe('17')
    expect((await ask('GET', '/failures/unavailable')).headers.get('retry-after')).toBe('5')
    // Also when nobody could be asked who calls.
    const away = await ask('GET', '/things/5', { headers: { 'x-who': 'lost line' } })
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5'])
    expect((await ask('GET', '/failures/signInRequired')).headers.get('www-authenticate')).toContain('Bearer')
  })

  it('that is a fault of ours tells nothing of it but the number', async () => {
    const response = await ask('GET', '/failures/fault')
    const text = JSON.stringify(await problemOf(response))
    expect(response.status).toBe(500)
    expect(text).not.toContain('select')
    expect(text).toMatch(/numret [0-9a-f-]{36}/)
  })

  it('comes before the input is looked at, when the caller may not call at all', async () => {
    expect((await problemOf(await ask('GET', '/persons/none'))).code).toBe('signInRequired')
  })

  it('is what a change from another site meets, unless it brings a key of its own', async () => {
    expect((await problemOf(await fromSite('https://elsewhere.example'))).code).toBe('otherSite')
    expect((await fromSite('https://elsewhere.example', { authorization: 'Bearer x' })).status).toBe(200)
    expect((await fromSite(own)).status).toBe(200)
  })
})

describe('a change that carries a key', () => {
  it('happens once, and answers the second time what it answered the first', async () => {
    const first = await change(20, 'k-1')
    const second = await change(20, 'k-1')
    expect(await first.json()).toEqual({ written: '1', times: 1 })
    expect(first.headers.get('idempotent-replayed')).toBeNull()
    expect(await second.json()).toEqual({ written: '1', times: 1 })
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect(await (await change(20, 'k-2')).json()).toEqual({ written: '1', times: 2 })
  })

  it('happens once when it is sent many times at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => change(21, 'k-3')))
    expect(answers.map((each) => each.status)).toEqual(Array(8).fill(200))
    for (const answer of answers) expect(await answer.json()).toEqual({ written: '1', times: 1 })
  })

  it('is refused when the key came with something else', async () => {
    await change(22, 'k-4')
    expect((await problemOf(await change(22, 'k-4', '2'))).code).toBe('keyReused')
    expect((await problemOf(await change(23, 'k-4'))).code).toBe('keyReused')
  })

  it('that fails leaves its key free', async () => {
    expect((await change(24, 'k-5', '13')).status).toBe(409)
    expect(await (await change(24, 'k-5', '14')).json()).toEqual({ written: '14', times: 1 })
  })

  it('is the caller’s own: another person’s same key is another key', async () => {
    await change(25, 'k-6')
    expect(await (await change(25, 'k-6', '1', 'two')).json()).toEqual({ written: '1', times: 2 })
  })

  it('needs a caller, and a key that can be one', async () => {
    expect((await problemOf(await change(26, 'k-7', '1', 'nobody'))).code).toBe('signInRequired')
    expect((await problemOf(await change(26, 'å ä'))).code).toBe('invalidInput')
  })

  it('is forgotten after 24 hours', async () => {
    await change(27, 'k-8')
    office.setClock('2026-11-23T09:59:00Z')
    expect((await change(27, 'k-8')).headers.get('idempotent-replayed')).toBe('true')
    office.setClock('2026-11-23T10:01:00Z')
    expect(await (await change(27, 'k-8')).json()).toEqual({ written: '1', times: 2 })
    office.setClock('2026-11-22T10:00:00Z')
  })

  it('is forgotten at night, also of those who never come back', async () => {
    await change(28, 'k-9')
    const { owner } = office.application.database
    const kept = () => owner.selectFrom('access.kept_answer').select('key_hash').execute()
    expect(await forgetKeptAnswers(owner, new Date('2026-11-22T10:00:00Z'))).toBe(0)
    expect(await kept()).not.toEqual([])
    await forgetKeptAnswers(owner, new Date('2026-11-25T10:00:00Z'))
    expect(await kept()).toEqual([])
  })
})
