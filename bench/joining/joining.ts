import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { socketFolder } from '../../src/platform/database/engine/engine-socket.ts'
import { Visitor, type Page } from '../../tests/support/visitor.ts'
import { openAgain } from '../bench-office.ts'
import type { Measure } from '../measure.ts'
import { atLeast, atMost, measured } from '../measurement.ts'
import { timeOf } from '../timing.ts'
import { forAll, joiners } from './people.ts'

const many = 600
const atOnce = 50
const page = '/join/exempeldistriktet/bli-medlem'

/** Six hundred people join by the public page in one burst, confirm by the link in their mail, and are approved in bulk. */
export const joining: Measure = {
  name: 'joining',
  title: 'Six hundred join in one burst',
  async run({ progress }) {
    const folder = mkdtempSync(join(tmpdir(), 'kansli-joining-'))
    // Each joiner comes from an address of their own, as a proxy would tell.
    const { url, close } = await openAgain(folder, undefined, { KANSLI_PROXIES: '1' })
    const database = new Client({ host: socketFolder(folder), user: 'postgres', database: 'postgres' })
    try {
      await database.connect()
      const before = await counts(database)
      const all = joiners(url, many)

      progress(`${many} fill in the form, ${atOnce} at once`)
      let applying: number[] = []
      const applyingFor = await timeOf(async () => {
        applying = await forAll(all, atOnce, async ({ visitor, email, givenName }) => {
          const sent = await visitor.post(page, {
            givenName,
            familyName: `Provsson${email.length}`,
            email,
            street: 'Påhittsvägen 1',
            postalCode: '120 01',
            city: 'Exempelby',
            country: 'SE',
          })
          mustLeadTo(sent, /\?sent$/)
        })
      })

      const links = await confirmLinks(database)
      progress(`${links.size} open the link in their mail and press the button`)
      let confirming: number[] = []
      const confirmingFor = await timeOf(async () => {
        confirming = await forAll(all, atOnce, async ({ visitor, email }) => {
          const link = new URL(links.get(email) ?? '', url)
          await visitor.get(`${link.pathname}${link.search}`)
          const pressed = await visitor.post(link.pathname, { token: link.searchParams.get('token') ?? '' })
          mustLeadTo(pressed, /done=confirmed$/)
        })
      })
      const waiting = await counts(database)

      progress('A registrar approves those on the page until none is left')
      const registrar = new Visitor(url, '198.18.99.1')
      await registrar.post('/demo/role', { role: 'registrar', back: '/account' })
      const approving: number[] = []
      for (let rounds = 0; rounds < 20; rounds++) {
        const queue = await registrar.get('/people/applications')
        const ids = tickedIn(queue.html)
        if (ids.length === 0) break
        approving.push(
          await timeOf(async () => {
            mustLeadTo(await registrar.post('/people/applications', { applications: ids }), /approved=/)
          }),
        )
      }
      const after = await counts(database)
      return {
        measurements: [
          measured(
            'Applications taken',
            'count',
            [waiting.applications - before.applications],
            atLeast(many),
          ),
          measured('Confirmed', 'count', [waiting.waiting - before.waiting], atLeast(many)),
          measured('Approved', 'count', [after.persons - before.persons], atLeast(many)),
          measured('Welcome tasks', 'count', [after.tasks - before.tasks], atLeast(many)),
          measured(
            'Mails to anybody but those who applied',
            'count',
            [after.others - before.others],
            atMost(0),
          ),
          measured('Lost', 'count', [many - (after.persons - before.persons)], atMost(0)),
          measured('All forms', 'ms', [applyingFor]),
          measured('One form', 'ms', applying),
          measured('All confirmations (look and press)', 'ms', [confirmingFor]),
          measured('One confirmation', 'ms', confirming),
          measured('Approving a page of the queue in bulk', 'ms', approving),
        ],
        notes: [
          `${atOnce} at once on the embedded engine; those who join make their requests on the same machine and take their share of it.`,
          `The queue was approved in ${approving.length} rounds; applications that the demo had already are approved with them.`,
        ],
      }
    } finally {
      await database.end()
      await close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** The applications that stand ticked on the page of the queue. */
function tickedIn(html: string): string[] {
  const boxes = [...html.matchAll(/<input[^>]*name="applications"[^>]*>/g)].map(([box]) => box)
  return boxes.flatMap((box) => /value="([^"]+)"/.exec(box)?.[1] ?? [])
}

function mustLeadTo(answer: Page, where: RegExp): void {
  if (answer.leadsTo && where.test(answer.leadsTo)) return
  throw new Error(`Answered ${answer.status}, leading to ${answer.leadsTo}: ${answer.text.slice(0, 300)}`)
}

/** By address: the link in the mail that asks for confirmation. */
async function confirmLinks(database: Client): Promise<Map<string, string>> {
  const { rows } = await database.query<{ recipient: string; link: string }>(
    `select recipient, substring(body_text from '(https?://[^ \n]+/confirm[^ \n]+)') as link
     from mail.message where recipient like 'mass%' and body_text like '%/confirm?token=%'`,
  )
  return new Map(rows.map(({ recipient, link }) => [recipient, link]))
}

type Counts = { applications: number; waiting: number; persons: number; tasks: number; others: number }

async function counts(database: Client): Promise<Counts> {
  const { rows } = await database.query<Counts>(`select
    (select count(*)::int from people.application where state <> 'withdrawn') as applications,
    (select count(*)::int from people.application where confirmed_at is not null) as waiting,
    (select count(*)::int from people.person where source = 'join' and given_name like 'Mass%') as persons,
    (select count(*)::int from people.welcome_task task join people.person person on person.id = task.person_id
      where person.given_name like 'Mass%') as tasks,
    (select count(*)::int from mail.message where recipient not like 'mass%@example.org'
      and recipient not like 'ny.medlem%@example.org') as others`)
  return rows[0]!
}
