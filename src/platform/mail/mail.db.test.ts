import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startMailServer, type TestMailServer } from '../../../tests/support/smtp-server.ts'
import { openTestOffice, type TestOffice, type TestOrganisation } from '../../../tests/support/test-office.ts'
import { createMailSender, type MailSender } from './mail-sender.ts'
import { smtpServer } from './mail-server.ts'
import { listOutboxMessages, readOutboxMessage, resendMail } from './index.ts'
import { forgetSentMails } from './forget-sent-mails.ts'
import { sendMail, type Mail } from './send-mail.ts'

let office: TestOffice
let server: TestMailServer
let ours: TestOrganisation
let invented: TestOrganisation
let sender: MailSender

const start = new Date('2026-11-22T10:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

beforeAll(async () => {
  office = await openTestOffice()
  server = await startMailServer()
  ours = await office.organisation()
  invented = await office.organisation('Exempeldistriktet')
  const { database, services, host } = office.application
  sender = createMailSender({
    database: database.owner,
    server: smtpServer(server.url, 'Kansliet å ö <kansli@example.org>'),
    log: services.log,
    now: host.now,
    invented: async () => new Set([invented.id]),
  })
}, 60_000)

afterAll(async () => {
  await sender.stop()
  await server.close()
  await office.close()
})

beforeEach(async () => {
  office.setClock(start.toISOString())
  server.arrived.length = 0
  server.refuse = () => null
  await office.application.database.owner.deleteFrom('mail.message').execute()
})

const write = (mail: Partial<Mail> = {}) =>
  sendMail(office.application.database.owner, {
    organisationId: ours.id,
    at: start,
    recipient: 'asa@example.org',
    subject: 'Kallelse till årsmöte',
    text: 'Hej Åsa!\n\nVälkommen: https://example.org/möte?a=1&b=2.\nKl. 18 <prick>',
    ...mail,
  })

const outbox = async () => {
  const secretary = await ours.person(['secretary'])
  return office.application.call(listOutboxMessages, {}, secretary)
}

const headersOf = (lines: string[]) => lines.slice(0, lines.indexOf(''))

describe('a mail that is sent', () => {
  it('arrives once, as text and as a page, whatever letters it has', async () => {
    await write({ unsubscribeUrl: 'https://example.org/avsluta?k=1', replyTo: 'kansli@example.org' })
    await sender.send()
    await sender.send()
    expect(server.arrived).toHaveLength(1)
    const [mail] = server.arrived
    expect([mail!.from, mail!.to]).toEqual(['kansli@example.org', ['asa@example.org']])
    const headers = headersOf(mail!.lines).join('\n')
    expect(headers).toContain('Subject: =?UTF-8?')
    expect(headers).toContain('List-Unsubscribe: <https://example.org/avsluta?k=1>')
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(headers).toContain('Reply-To: kansli@example.org')
    expect(headers).toMatch(/Message-ID: <[0-9a-f-]{36}@example\.org>/)
    const text = mail!.lines.join('\n').replaceAll(/=\n/g, '')
    expect(text).toContain('Hej =C3=85sa!')
    expect(text).toContain('&lt;prick&gt;')
    expect(text).toContain('<a href=3D"https://example.org/m=C3=B6te?a=3D1&amp;b=3D2">')
    expect((await outbox()).messages).toMatchObject([{ state: 'sent', attempts: 1, sentAt: start }])
  })

  it('is only sent if what it tells of is written', async () => {
    const { owner } = office.application.database
    await expect(
      owner.transaction().execute(async (transaction) => {
        await sendMail(transaction, {
          organisationId: ours.id,
          at: start,
          recipient: 'asa@example.org',
          subject: 'Aldrig',
          text: 'Aldrig',
        })
        throw new Error('it failed')
      }),
    ).rejects.toThrow('it failed')
    await sender.send()
    expect(server.arrived).toEqual([])
  })

  it.each(['a@example.org\r\nBcc: b@example.org', 'a@example.org, b@example.org', 'A <a@example.org>', ''])(
    'goes to exactly one address: %j is none',
    async (recipient) => {
      await expect(write({ recipient })).rejects.toThrow('email')
    },
  )

  it('cannot be given further recipients or headers by its subject', async () => {
    await write({ subject: 'Hej\r\nBcc: spion@example.org\r\n\r\nText\u2028X-Other: 1' })
    await sender.send()
    expect(server.arrived).toHaveLength(1)
    expect(server.arrived[0]!.to).toEqual(['asa@example.org'])
    const headers = headersOf(server.arrived[0]!.lines)
    expect(headers.filter((line) => /^(bcc|x-other)/i.test(line))).toEqual([])
    expect(headers.find((line) => line.startsWith('Subject:'))).toContain('Bcc: spion@example.org')
  })

  it('from an invented organisation stays in the outbox', async () => {
    await write({ organisationId: invented.id })
    await sender.send()
    expect(server.arrived).toEqual([])
    const kept = await office.application.call(listOutboxMessages, {}, await invented.person(['owner']))
    expect(kept.messages).toMatchObject([{ state: 'kept' }])
  })
})

describe('a mail that is not taken', () => {
  it('is tried again with growing pauses, then stays with its error and can be sent again', async () => {
    server.refuse = (line) => (line.startsWith('RCPT') ? '452 The box is full' : null)
    await write()
    let at = 0
    for (const pause of [0, 1, 5, 15, 60, 180, 360, 720]) {
      at += pause
      office.setClock(later(at - 0.1).toISOString())
      if (pause > 0) await sender.send()
      office.setClock(later(at).toISOString())
      await sender.send()
    }
    const [failed] = (await outbox()).messages
    expect(failed).toMatchObject({
      state: 'failed',
      attempts: 8,
      lastError: expect.stringContaining('box is full'),
    })
    server.refuse = () => null
    await office.application.call(resendMail, { messageId: failed!.id }, await ours.person(['owner']))
    await sender.send()
    expect(server.arrived).toHaveLength(1)
  })

  it('for good, is not tried again; the others are sent', async () => {
    server.refuse = (line) => (line.includes('borta@') ? '550 No such person' : null)
    await write({ recipient: 'borta@example.org' })
    await write()
    await sender.send()
    expect(server.arrived.map(({ to }) => to)).toEqual([['asa@example.org']])
    expect((await outbox()).counts).toMatchObject({ sent: 1, failed: 1 })
  })

  it('because no server answers, waits without being counted', async () => {
    const { database, services, host } = office.application
    const away = createMailSender({
      database: database.owner,
      server: smtpServer('smtp://127.0.0.1:9', 'kansli@example.org'),
      log: services.log,
      now: host.now,
      invented: async () => new Set(),
    })
    for (let each = 0; each < 5; each += 1) await write()
    await away.send()
    const { messages } = await outbox()
    expect(messages.map(({ state, attempts }) => [state, attempts])).toEqual(
      Array.from({ length: 5 }, () => ['waiting', 0]),
    )
    await away.stop()
    office.setClock(later(3).toISOString())
    await sender.send()
    expect(server.arrived).toHaveLength(5)
  })

  it('in time is not sent at all, and cannot be sent again', async () => {
    await write({ sendBefore: later(15) })
    office.setClock(later(16).toISOString())
    await sender.send()
    expect(server.arrived).toEqual([])
    const [message] = (await outbox()).messages
    expect(message).toMatchObject({ state: 'failed', tooLate: true })
    await expect(
      office.application.call(resendMail, { messageId: message!.id }, await ours.person(['owner'])),
    ).rejects.toMatchObject({ detail: { key: 'mail.tooLate' } })
  })
})

describe('the outbox', () => {
  it('shows what a mail says, but never a secret one, not even after it was sent', async () => {
    const secretary = await ours.person(['secretary'])
    const read = (messageId: string) => office.application.call(readOutboxMessage, { messageId }, secretary)
    const open = await write({ text: 'Öppet' })
    const secret = await write({ text: 'https://example.org/sign-in?token=hemlig', confidential: true })
    expect((await read(open)).text).toBe('Öppet')
    expect((await read(secret)).text).toBeNull()
    await sender.send()
    const { body_text } = await office.application.database.owner
      .selectFrom('mail.message')
      .select('body_text')
      .where('id', '=', secret)
      .executeTakeFirstOrThrow()
    expect(body_text).toBe('')
  })

  it('is given page by page', async () => {
    for (let number = 1; number <= 5; number += 1) await write({ subject: `Mejl ${number}` })
    const secretary = await ours.person(['secretary'])
    const page = (after?: string) =>
      office.application.call(listOutboxMessages, { limit: 2, ...(after ? { after } : {}) }, secretary)
    const first = await page()
    const second = await page(first.next!)
    const third = await page(second.next!)
    expect([first, second, third].map(({ messages }) => messages.map(({ subject }) => subject))).toEqual([
      ['Mejl 5', 'Mejl 4'],
      ['Mejl 3', 'Mejl 2'],
      ['Mejl 1'],
    ])
    expect(third.next).toBeNull()
  })

  it('forgets what was sent long ago, and keeps what was not', async () => {
    await write({ at: new Date('2026-08-01T00:00:00Z') })
    await sender.send()
    await write({ at: new Date('2026-08-01T00:00:00Z') })
    await forgetSentMails(office.application.database.owner, start)
    expect((await outbox()).counts).toEqual({ waiting: 1, sent: 0, failed: 0, kept: 0 })
  })
})
