import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from '#platform/operations/call.ts'
import { Problem } from '#platform/operations/problem.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../tests/support/test-office.ts'
import { createRest } from '../server/rest.ts'
import { runIn } from './test-terminal.ts'

let office: TestOffice
let ours: TestOrganisation
let auditor: Caller
let server: Server
let folder: string
let local: NodeJS.ProcessEnv
let remote: NodeJS.ProcessEnv

beforeAll(async () => {
  office = await openTestOffice()
  ours = await office.organisation('Norra distriktet')
  auditor = await ours.person(['auditor'])
  folder = mkdtempSync(join(tmpdir(), 'kansli-cli-'))
  const { databaseUrl } = office.application.settings
  local = {
    KANSLI_DATA: office.dataFolder,
    KANSLI_SECRET: 'a secret for tests only, and long enough',
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  }
  const rest = createRest(office.application, async (_, request) => {
    if (request.headers.get('authorization') !== 'Bearer kansli_key') throw new Problem('signInRequired')
    return { ...auditor, language: request.headers.get('accept-language')?.startsWith('en') ? 'en' : 'sv' }
  })
  server = createServer(
    createRequestListener(async (request) => (await rest(request, randomUUID())) ?? new Response('<html>')),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  remote = {
    KANSLI_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    KANSLI_TOKEN: 'kansli_key',
  }
}, 60_000)
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

const run = (...args: string[]) => runIn(local, args)
const runRemotely = (...args: string[]) => runIn(remote, args)

/** How many entries of the log come back. */
async function entries(...args: string[]): Promise<number> {
  const { out } = await runIn(local, ['audit', 'list-audit-entries', '--format', 'json', ...args], {
    input: '{"limit": 1}',
  })
  return (JSON.parse(out) as { entries: unknown[] }).entries.length
}

describe('kansli', () => {
  it('lists what there is, in the language asked for', async () => {
    const swedish = await run()
    expect(swedish.code).toBe(0)
    expect(swedish.out).toContain('budget check')
    expect(swedish.out).toMatch(/audit \(Händelselogg\)\n {2}list-audit-entries +Sök i händelseloggen/)
    expect((await runIn(local, [], { language: 'en' })).out).toContain('Search the audit log')
  })

  it('tells of an operation by its schema, and of a command by itself', async () => {
    const operation = await run('help', 'list-audit-entries')
    expect(operation.out).toMatch(/--limit +heltal, minst 1, högst 200\n/)
    expect(operation.out).toMatch(/npx kansli audit list-audit-entries --effect export --limit 20/)
    const inner = await run('help', 'budget', 'set-amounts')
    expect(inner.out).toMatch(/^ {2}--cells /m)
    expect(inner.out).toMatch(/^ {4}cells\[\]\.year /m)
    expect((await run('help', 'budget', 'check')).out).toContain('--fail-on')
  })

  it.each([
    [
      'a module that does not exist',
      ['nothing', 'list'],
      'Det finns ingen modul och inget kommando som heter "nothing"',
    ],
    ['a path as a command', ['../run'], 'Det finns ingen modul'],
    [
      'an operation that does not exist',
      ['audit', 'nothing'],
      'Modulen audit har ingen åtgärd som heter "nothing"',
    ],
    ['a module alone', ['audit'], 'Vad ska göras i audit? Det som finns: list-audit-entries'],
    ['an operation of another module', ['audit', 'list-units'], 'Modulen audit har ingen åtgärd'],
    ['a word too many', ['audit', 'list-audit-entries', 'anna'], '"anna" är ett ord för mycket'],
    [
      'a field that does not exist',
      ['audit', 'list-audit-entries', '--colour', 'red'],
      'har inget fält som heter "colour"',
    ],
    [
      'a field for what takes none',
      ['organisation', 'get-organisation', '--x', '1'],
      'get-organisation tar inga fält',
    ],
    [
      'broken JSON',
      ['audit', 'list-audit-entries', '--json', '{'],
      'Det som står efter --json går inte att läsa',
    ],
    ['JSON that is no object', ['audit', 'list-audit-entries', '--json', '[]'], 'ska vara ett objekt'],
    [
      'a JSON file that does not exist',
      ['audit', 'list-audit-entries', '--json', '@none.json'],
      'Filen none.json finns inte',
    ],
    [
      'a format that does not exist',
      ['audit', 'list-audit-entries', '--format', 'xml'],
      '--format ska vara table, json, inte "xml"',
    ],
    [
      'an option twice',
      ['audit', 'list-audit-entries', '--format', 'json', '--format', 'table'],
      '--format står två gånger',
    ],
    ['a language that does not exist', ['--language', 'fi', 'audit'], '--language ska vara sv eller en'],
    ['help on nothing', ['help', 'nothing'], 'Det finns inget som heter "nothing"'],
    [
      'a file that does not exist',
      ['files', 'upload-file', '--file', 'none.csv'],
      'Filen none.csv finns inte',
    ],
  ])('answers %s with a sentence and code 2', async (_, args, said) => {
    const { code, out, error } = await run(...args)
    expect([code, out]).toEqual([2, ''])
    expect(error).toContain(said)
    expect(error).not.toMatch(/\n\s+at /)
  })
})

describe('an operation on this machine', () => {
  it('is done by the person at the machine, beside a server that runs', async () => {
    const { code, out, error } = await run('organisation', 'get-organisation')
    expect([code, error]).toEqual([0, ''])
    expect(out).toMatch(/^slug +norra-distriktet-/m)
    expect(out).toMatch(/^isDemo +nej$/m)
  })

  it('answers as JSON for other programs', async () => {
    const { out } = await run('organisation', 'get-organisation', '--format', 'json')
    expect(JSON.parse(out)).toMatchObject({ id: ours.id, isDemo: false })
  })

  it('answers lists as tables, and writes to a file when told so', async () => {
    const path = join(folder, 'units.txt')
    expect(await run('organisation', 'list-units', '--output', path)).toEqual({ code: 0, out: '', error: '' })
    const said = readFileSync(path, 'utf8')
    // What is single comes first, then each list under its heads.
    expect(said).toMatch(/^asOf +\d{4}-\d\d-\d\d\n/)
    expect(said).toMatch(/\nid +parentId +kind +name .*\n─+ +─+ .*\n[0-9a-f-]{36} +– +district/)
  })

  it('takes its input from fields, from JSON, from a file and from standard input', async () => {
    const path = join(folder, 'input.json')
    writeFileSync(path, '{"limit": 1}')
    await run('audit', 'list-audit-entries')
    expect(await entries()).toBeGreaterThan(1)
    expect(await entries('--limit', '1')).toBe(1)
    expect(await entries('--json', '{"limit": 1}')).toBe(1)
    expect(await entries('--json', `@${path}`)).toBe(1)
    expect(await entries('--json', '-')).toBe(1)
    expect(await entries('--json', '{"limit": 1}', '--limit', '2')).toBe(2)
  })

  it('says what is wrong with each field', async () => {
    const { code, error } = await run('audit', 'list-audit-entries', '--limit', 'många', '--from', '1 maj')
    expect(code).toBe(2)
    expect(error).toContain('limit: Här ska det stå ett tal.')
    expect(error).toContain('from: Skriv dagen som 2026-11-22.')
  })

  it('is written in the log as the person at the machine', async () => {
    await run('audit', 'list-audit-entries', '--text', 'vid-datorn')
    const { out } = await run('audit', 'list-audit-entries', '--text', 'vid-datorn', '--format', 'json')
    expect((JSON.parse(out) as { entries: object[] }).entries[0]).toMatchObject({ actorKind: 'operator' })
  })

  it('saves a file under its name, and writes over nothing', async () => {
    const path = join(folder, 'log.csv')
    const first = await run('audit', 'export-audit-entries', '--output', path)
    expect([first.code, first.out]).toEqual([0, ''])
    expect(first.error).toMatch(/^Sparade .*log\.csv \(.+ kB\)\.\n$/)
    expect(readFileSync(path, 'utf8')).toContain('läste händelseloggen')
    const before = process.cwd()
    process.chdir(folder)
    try {
      expect((await run('audit', 'export-audit-entries')).code).toBe(0)
      const again = await run('audit', 'export-audit-entries')
      expect([again.code, again.error]).toEqual([2, expect.stringContaining('finns redan')])
    } finally {
      process.chdir(before)
    }
  })

  it('asks which organisation when there are several, and makes a new one when that is what it is for', async () => {
    const ownerUserId = auditor.actor.kind === 'person' ? auditor.actor.userId : ''
    const input = JSON.stringify({ name: 'Södra', unitKind: 'district', ownerUserId })
    const made = await run('organisation', 'create-organisation', '--json', input, '--format', 'json')
    const { slug } = JSON.parse(made.out) as { slug: string }
    const unsaid = await run('organisation', 'get-organisation')
    expect([unsaid.code, unsaid.error]).toEqual([2, expect.stringContaining(slug)])
    const said = await run('organisation', 'get-organisation', '--organisation', slug)
    expect(said.out).toMatch(/^name +Södra$/m)
    const unknown = await run('organisation', 'get-organisation', '--organisation', 'nowhere')
    expect([unknown.code, unknown.error]).toEqual([
      2,
      expect.stringContaining('Det finns ingen organisation som heter "nowhere"'),
    ])
  })
})

describe('an operation over the network', () => {
  it('is done with what the key may do, and answers the same', async () => {
    const table = await runRemotely('organisation', 'list-units')
    expect([table.code, table.error]).toEqual([0, ''])
    expect(table.out).toContain(ours.unitId)
    const search = await runRemotely(
      'audit',
      'list-audit-entries',
      '--text',
      'vid-datorn',
      '--limit',
      '1',
      '--format',
      'json',
    )
    expect((JSON.parse(search.out) as { entries: object[] }).entries).toHaveLength(1)
  })

  it('fetches a file', async () => {
    const path = join(folder, 'remote.csv')
    expect((await runRemotely('audit', 'export-audit-entries', '--output', path)).code).toBe(0)
    expect(readFileSync(path, 'utf8')).toContain('läste händelseloggen')
  })

  it('says what the server says, in the language asked for', async () => {
    const refused = await runRemotely('budget', 'list-books')
    expect(refused.code).toBe(0)
    const forbidden = await runRemotely(
      'organisation',
      'create-organisation',
      '--name',
      'X',
      '--unitKind',
      'x',
      '--ownerUserId',
      'x',
    )
    expect([forbidden.code, forbidden.error]).toEqual([1, expect.stringContaining('Du har inte tillgång')])
    const english = await runIn(remote, ['audit', 'list-audit-entries', '--limit', '0'], { language: 'en' })
    expect([english.code, english.error]).toEqual([
      2,
      expect.stringContaining('limit: The number must be at least 1.'),
    ])
  })

  it.each([
    [
      'a key that does not open',
      { KANSLI_TOKEN: 'kansli_other' },
      1,
      'Detta är bara till för den som har ett konto.',
    ],
    ['no address', { KANSLI_URL: '' }, 2, 'KANSLI_TOKEN är satt men inte KANSLI_URL'],
    ['no address that can be one', { KANSLI_URL: 'kansli' }, 2, 'KANSLI_URL är ingen webbadress'],
    [
      'nobody who answers',
      { KANSLI_URL: 'http://127.0.0.1:1' },
      1,
      'Kansli svarar inte på http://127.0.0.1:1',
    ],
  ])('answers %s with a sentence', async (_, env, code, said) => {
    const ran = await runIn({ ...remote, ...env }, ['organisation', 'list-units'])
    expect([ran.code, ran.error]).toEqual([code, expect.stringContaining(said)])
  })

  it('notices when something else answers', async () => {
    const ran = await runIn({ ...remote, KANSLI_URL: `${remote['KANSLI_URL']}/elsewhere` }, [
      'organisation',
      'list-units',
    ])
    expect([ran.code, ran.error]).toEqual([1, expect.stringContaining('är inte Kansli')])
  })
})
