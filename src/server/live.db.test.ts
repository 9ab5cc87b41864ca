import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Caller } from '#platform/operations/call.ts'
import { readOperation, writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { createRegistry } from '#platform/operations/registry.ts'
import { projectRoot } from '#platform/root.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../tests/support/test-office.ts'
import { createLive, type Live } from './live.ts'

const readUnit = readOperation({
  name: 'read-unit',
  summary: 'Read a unit.',
  route: 'GET /unit/{unitId}',
  policy: { allow: 'roles', roles: ['secretary'] },
  input: z.object({ unitId: z.uuid() }),
  output: z.object({ id: z.string() }),
  example: () => ({ unitId: randomUUID() }),
  run: async ({ db }, { unitId }) =>
    found(await db.selectFrom('organisation.unit').select('id').where('id', '=', unitId).executeTakeFirst()),
})

const testModule = {
  name: 'test',
  operations: [readUnit],
  topics: [{ pattern: 'unit:{unitId}' as const, operation: readUnit }],
}

let office: TestOffice
let ours: TestOrganisation
let theirs: TestOrganisation
const callers = new Map<string, Caller>()
let live: Live
let server: Server
let address: string

beforeAll(async () => {
  office = await openTestOffice()
  ours = await office.organisation()
  theirs = await office.organisation()
})
afterAll(() => office.close())

beforeEach(async () => {
  callers.set('secretary', await ours.person(['secretary']))
  callers.set('member', await ours.person(['member']))
  callers.set('stranger', await theirs.person(['secretary']))
  live = createLive(
    { ...office.application, registry: createRegistry([testModule]) },
    {
      heartbeat: 50,
      callerOf: async (_, request) => callers.get(request.headers.get('x-who') ?? '') ?? ours.anonymous,
    },
  )
  server = createServer(
    createRequestListener(
      async (request) => (await live.answer(request, randomUUID())) ?? new Response(null, { status: 404 }),
    ),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  live.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

type Event = { id: string; event: string; data: { topic?: string; kind?: string; facts?: object } }

/** Somebody who listens, as a browser does. */
async function listen(who: string, topics: string[], headers: Record<string, string> = {}) {
  const query = new URLSearchParams(topics.map((topic) => ['topic', topic]))
  const stop = new AbortController()
  const response = await fetch(`${address}/live?${query}`, {
    headers: { 'x-who': who, ...headers },
    signal: stop.signal,
  })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  let beats = 0
  /** The next event; null when the line has ended. */
  async function next(): Promise<Event | null> {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const block = text.slice(0, end)
        text = text.slice(end + 2)
        if (block.startsWith(':')) beats += 1
        const fields = new Map(
          block
            .split('\n')
            .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const),
        )
        if (!fields.has('event')) continue
        return { id: fields.get('id')!, event: fields.get('event')!, data: JSON.parse(fields.get('data')!) }
      }
      const { done, value } = await reader.read()
      if (done) return null
      text += value
    }
  }
  return { response, next, beats: () => beats, stop: () => stop.abort() }
}

const unitTopic = () => `unit:${ours.unitId}`
const publish = (topic: string, kind: string) =>
  office.application.services.realtime.publish(topic, { kind, facts: { revision: '7' } })

describe('GET /live', () => {
  it('tells what happens, to those who may read what it is about', async () => {
    const line = await listen('secretary', [unitTopic(), `organisation:${ours.id}`])
    expect(line.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(await line.next()).toMatchObject({ event: 'ready' })
    publish('unit:other', 'not-for-us')
    publish(unitTopic(), 'renamed')
    publish(`organisation:${ours.id}`, 'moved')
    expect(await line.next()).toMatchObject({
      event: 'change',
      data: { topic: unitTopic(), kind: 'renamed', facts: { revision: '7' } },
    })
    expect(await line.next()).toMatchObject({ event: 'change', data: { kind: 'moved' } })
  })

  it.each([
    ['nobody', 'nobody', 401],
    ['a role that may not', 'member', 404],
    ['another organisation', 'stranger', 404],
  ])('lets %s hear nothing', async (_, who, status) => {
    expect((await listen(who, [unitTopic()])).response.status).toBe(status)
  })

  it.each([
    ['one topic of several that may not be heard', () => [unitTopic(), `organisation:${theirs.id}`], 404],
    ['a topic of no kind', () => ['everything'], 404],
    ['another person’s account', () => ['account:somebody'], 404],
    ['no topic', () => [], 422],
    ['too many topics', () => Array.from({ length: 21 }, (_, index) => `unit:${index}`), 422],
  ])('answers %s with a problem', async (_, topics, status) => {
    const { response } = await listen('secretary', topics())
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json',
    ])
  })

  it('tells those who come back what they missed, or that they must ask again', async () => {
    const first = await listen('secretary', [unitTopic()])
    const ready = await first.next()
    first.stop()
    publish(unitTopic(), 'renamed')
    await vi.waitFor(() => expect(office.application.services.realtime.latest()).not.toBe(ready!.id))
    const second = await listen('secretary', [unitTopic()], { 'last-event-id': ready!.id })
    expect(await second.next()).toMatchObject({ event: 'ready' })
    expect(await second.next()).toMatchObject({ event: 'change', data: { kind: 'renamed' } })
    const third = await listen('secretary', [unitTopic()], { 'last-event-id': randomUUID() })
    expect(await third.next()).toMatchObject({ event: 'ready' })
    expect(await third.next()).toMatchObject({ event: 'reload' })
  })

  it('asks those who missed more than can be told at once to ask again', async () => {
    const first = await listen('secretary', [unitTopic()])
    const ready = await first.next()
    first.stop()
    await vi.waitFor(() => expect(live.open()).toBe(0))
    for (let count = 0; count < 600; count += 1) publish(unitTopic(), 'renamed')
    await vi.waitFor(() =>
      expect(office.application.services.realtime.since(ready!.id)?.length).toBeGreaterThan(599),
    )
    const second = await listen('secretary', [unitTopic()], { 'last-event-id': ready!.id })
    expect(await second.next()).toMatchObject({ event: 'ready' })
    expect(await second.next()).toMatchObject({ event: 'reload' })
    publish(unitTopic(), 'moved')
    expect(await second.next()).toMatchObject({ event: 'change', data: { kind: 'moved' } })
  })

  it('shows signs of life, and ends at one of them when the session has ended or trust was taken back', async () => {
    const line = await listen('secretary', [unitTopic()])
    await line.next()
    const ended = line.next()
    await vi.waitFor(() => expect(line.beats()).toBeGreaterThan(1))
    callers.set('secretary', callers.get('member')!)
    expect(await ended).toBeNull()
    expect(live.open()).toBe(0)

    const other = await listen('stranger', [`unit:${theirs.unitId}`])
    await other.next()
    callers.delete('stranger')
    expect(await other.next()).toBeNull()
  })

  it('forgets those who go, and all of them when the server stops', async () => {
    const lines = await Promise.all(Array.from({ length: 3 }, () => listen('secretary', [unitTopic()])))
    expect(live.open()).toBe(3)
    lines[0]!.stop()
    await vi.waitFor(() => expect(live.open()).toBe(2))
    live.close()
    await lines[1]!.next()
    expect(await lines[1]!.next()).toBeNull()
    expect(live.open()).toBe(0)
  })

  it('is limited for one person, not for the others', async () => {
    await Promise.all(Array.from({ length: 12 }, () => listen('secretary', [unitTopic()])))
    const { response } = await listen('secretary', [unitTopic()])
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '30'])
    expect((await listen('stranger', [`unit:${theirs.unitId}`])).response.status).toBe(200)
  })

  it('cannot be asked by an operation that is logged', () => {
    const logged = writeOperation({ ...readUnit, audit: () => ({ kind: 'unit', id: null }) })
    const module = {
      name: 'test',
      operations: [logged],
      topics: [{ pattern: 'unit:{unitId}' as const, operation: logged }],
    }
    expect(() => createLive({ ...office.application, registry: createRegistry([module]) })).toThrow(
      /is logged/,
    )
  })
})

describe.runIf(process.env.KANSLI_TEST_ENGINE === 'postgres')('between processes on one server', () => {
  it('what one says is heard in the other', async () => {
    const line = await listen('secretary', [unitTopic()])
    await line.next()
    await promisify(execFile)(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      join(projectRoot, 'tests/support/publish.ts'),
      office.application.settings.databaseUrl!,
      unitTopic(),
      'renamed',
    ])
    expect(await line.next()).toMatchObject({ data: { kind: 'renamed', facts: { from: 'another process' } } })
  })

  it('a line that was cut is taken up again, and everybody asks anew', async () => {
    const line = await listen('secretary', [unitTopic()])
    await line.next()
    await office.application.database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'kansli realtime' and datname = current_database()`,
    )
    expect(await line.next()).toMatchObject({ event: 'reload' })
    publish(unitTopic(), 'renamed')
    expect(await line.next()).toMatchObject({ data: { kind: 'renamed' } })
  })

  it('a message too long for the server becomes a request to ask anew', async () => {
    const line = await listen('secretary', [unitTopic()])
    await line.next()
    office.application.services.realtime.publish(unitTopic(), {
      kind: 'long',
      facts: { text: 'å'.repeat(5000) },
    })
    expect(await line.next()).toMatchObject({ event: 'change', data: { kind: 'reload', facts: {} } })
  })
})
