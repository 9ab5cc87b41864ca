/**
 * Somebody whose identity is protected is in nothing that the running office answers: every page, drawing and file that can
 * be reached by links is fetched as each of those who see most. What is added later is reached by its links.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { socketFolder } from '../../src/platform/database/engine/engine-socket.ts'
import type { Role } from '../../src/platform/access/roles.ts'
import { serve, type RunningOffice } from '../support/running-office.ts'
import { Visitor } from '../support/visitor.ts'

/** So many addresses of each pattern: what differs between them is whom they are about. */
const ofEachPattern = 2

let folder: string
let office: RunningOffice
/** The addresses of those who are protected, and what they were called before. */
let hidden: { ids: string[]; names: string[] }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kansli-protected-'))
  cpSync(inject('demoTemplate'), folder, { recursive: true })
  office = await serve(folder)
  hidden = await protectSome()
})
afterAll(async () => {
  await office?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Protects one person of each table that tells about persons, and gives them a name that nobody else has. */
async function protectSome() {
  const database = new Client({ host: socketFolder(folder), user: 'postgres', database: 'postgres' })
  await database.connect()
  try {
    const { rows: tables } = await database.query<{ name: string }>(`
      select format('%I.%I', table_schema, table_name) as name from information_schema.columns
      where table_schema = 'people' and column_name in ('person_id', 'home_unit_id', 'protected')
      group by table_schema, table_name having count(*) = 3 order by 1`)
    const chosen = new Set<string>()
    for (const { name } of tables) {
      const { rows } = await database.query<{ id: string }>(
        `select about.person_id as id from ${name} about
         where not exists (select from people.account_link link where link.person_id = about.person_id)
           and not about.person_id = any ($1) limit 1`,
        [[...chosen]],
      )
      if (rows[0]) chosen.add(rows[0].id)
    }
    const ids = [...chosen]
    const { rows: before } = await database.query<{ name: string }>(
      `select concat(given_name, ' ', family_name) as name from people.person
       group by 1 having count(*) = 1 and bool_and(id = any ($1))`,
      [ids],
    )
    await database.query(
      `update people.person set given_name = 'Gömdfrid', family_name = 'Hemligsson', given_key = 'gomdfrid',
         family_key = 'hemligsson', protected = true where id = any ($1)`,
      [ids],
    )
    await database.query(
      `update people.contact set value = 'gomdfrid' || value where kind = 'email' and person_id = any ($1)`,
      [ids],
    )
    return { ids, names: before.map(({ name }) => name) }
  } finally {
    await database.end()
  }
}

/** Pages that are made for those who may see protected identities. */
const madeForIt = /^\/people\/protected/
/** What ends the visit or has no end. */
const leftOut = /^\/(demo|sign-out|api\/|calendar|assets)|\/(printed|files)\//

/** An address with what is one of many taken out of it. */
function patternOf(path: string): string {
  const [address = '', search = ''] = path.split('?')
  const names = [...new URLSearchParams(search).keys()].toSorted().join('&')
  const place = address
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27,}/g, ':id')
    .replace(/^(\/budget|\/public)\/.*$/, '$1/…')
    .replaceAll(/\d+/g, ':n')
  return names ? `${place}?${names}` : place
}

/** Everything that can be reached by links from the first page, a few of each kind; the first also as data. */
async function everything(visitor: Visitor, look: (path: string, answer: string) => void) {
  const seen = new Map<string, number>()
  const waiting = [
    '/',
    '/people',
    '/organisation',
    '/organisation/chart.svg',
    '/organisation/popolo.json',
    '/me',
  ]
  const known = new Set(waiting)
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const pattern = patternOf(path)
    const times = (seen.get(pattern) ?? 0) + 1
    if (times > ofEachPattern || madeForIt.test(path) || leftOut.test(path)) continue
    seen.set(pattern, times)
    const page = await visitor.get(path)
    if (page.leadsTo) {
      if (!known.has(page.leadsTo) && page.leadsTo.startsWith('/')) waiting.push(page.leadsTo)
      known.add(page.leadsTo)
      continue
    }
    if (page.status >= 500) throw new Error(`${path} is answered with ${page.status}.`)
    look(path, page.html)
    if (times === 1 && page.html.startsWith('<!DOCTYPE')) {
      const data = `${path.split('?')[0]!.replace(/\/$/, '/_root')}.data`
      look(data, (await visitor.get(data)).html)
    }
    for (const [, href] of page.html.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)) {
      const next = href!.replaceAll('&amp;', '&')
      if (known.has(next)) continue
      known.add(next)
      waiting.push(next)
    }
  }
  return seen
}

describe('a protected identity', () => {
  it.each<Role | 'nobody'>(['owner', 'registrar', 'organiser', 'auditor', 'member', 'nobody'])(
    'is in nothing that the office answers %s',
    async (role) => {
      const visitor = new Visitor(office.url, '127.0.0.1')
      if (role !== 'nobody') await visitor.post('/demo/role', { role, back: '/account' })
      const told: string[] = []
      const seen = await everything(visitor, (path, answer) => {
        for (const name of ['Gömdfrid', 'Hemligsson', 'gomdfrid', ...hidden.names]) {
          if (answer.includes(name)) told.push(`${path}: ${name}`)
        }
      })
      expect(told).toEqual([])
      // Or a page that leads nowhere would let everything pass.
      expect(seen.size).toBeGreaterThan(role === 'nobody' ? 3 : role === 'member' ? 15 : 60)
    },
    600_000,
  )

  it('is not shown by its own address either', async () => {
    const visitor = new Visitor(office.url, '127.0.0.1')
    await visitor.post('/demo/role', { role: 'owner', back: '/account' })
    for (const id of hidden.ids) {
      for (const page of ['', '/edit', '/posts', '/privacy', '/everything.json']) {
        const answer = await visitor.get(`/people/${id}${page}`)
        expect([page, answer.status, /Gömdfrid|Hemligsson/.test(answer.html)]).toEqual([page, 404, false])
      }
    }
  })

  it('was protected, of every kind of thing that tells about persons', () => {
    expect(hidden.ids.length).toBeGreaterThan(10)
    expect(hidden.names.length).toBeGreaterThan(3)
  })
})
