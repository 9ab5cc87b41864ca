import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendMail, type Mail } from '#platform/mail/send-mail.ts'
import { makeAccount, signIn } from '../../../../tests/support/accounts.ts'
import type { TestOrganisation } from '../../../../tests/support/test-office.ts'
import type { Visitor } from '../../../../tests/support/visitor.ts'
import { openWebOffice, type WebOffice } from '../../../../tests/support/web-office.ts'

let office: WebOffice
let north: TestOrganisation
let visitor: Visitor
beforeAll(async () => {
  office = await openWebOffice()
  north = await office.organisation('Norra distriktet')
  visitor = office.visitor()
  await signIn(visitor, await makeAccount(office.application, north))
})
afterAll(() => office.close())
beforeEach(() => office.application.database.owner.deleteFrom('mail.message').execute())

const write = (mail: Partial<Mail> = {}) =>
  sendMail(office.application.database.owner, {
    organisationId: north.id,
    at: new Date('2026-11-22T10:00:00Z'),
    recipient: 'asa@example.org',
    subject: 'Kallelse till årsmöte',
    text: 'Hej Åsa!\n\nVälkommen.',
    ...mail,
  })

const fail = (id: string) =>
  office.application.database.owner
    .updateTable('mail.message')
    .set({ state: 'failed', last_error: '550 okänd mottagare', attempts: 3 })
    .where('id', '=', id)
    .execute()

describe('the outbox', () => {
  it('says what comes here while it is empty, and that nothing is sent', async () => {
    const { text } = await visitor.get('/system/outbox')
    expect(text).toContain('Inga mejl här')
    expect(text).toContain('Ingen e-postserver är inställd')
  })

  it('lists the mails by what became of them, and leads to each', async () => {
    await fail(await write({ subject: 'Gick inte' }))
    const id = await write()
    const all = await visitor.get('/system/outbox')
    expect(all.text).toMatch(/Alla 2 .*Väntar 1 .*Gick inte fram 1/)
    expect(all.html).toContain(`href="/system/outbox/${id}"`)
    const failed = await visitor.get('/system/outbox?state=failed')
    expect(failed.text).toContain('Gick inte')
    expect(failed.text).not.toContain('Kallelse till årsmöte')
    expect((await visitor.get('/system/outbox?state=sent')).text).toContain('Visa alla mejl')
  })

  it('reads one, and shows a confidential one to nobody', async () => {
    const open = await visitor.get(`/system/outbox/${await write()}`)
    expect(open.text).toContain('Hej Åsa! Välkommen.')
    const secret = await visitor.get(
      `/system/outbox/${await write({ confidential: true, text: 'https://example.org/hemligt' })}`,
    )
    expect(secret.text).toContain('Mejlet visas inte')
    expect(secret.html).not.toContain('hemligt')
  })

  it('puts one that failed in line again', async () => {
    const id = await write()
    await fail(id)
    const page = await visitor.get(`/system/outbox/${id}`)
    expect(page.text).toContain('550 okänd mottagare')
    const sent = await visitor.post(`/system/outbox/${id}`, {})
    expect(sent.leadsTo).toBe(`/system/outbox/${id}?resent`)
    const after = await visitor.get(sent.leadsTo!)
    expect(after.text).toContain('Mejlet väntar på att skickas igen.')
    expect(after.html).not.toContain('Skicka igen')
    const twice = await visitor.post(`/system/outbox/${id}`, {})
    expect(twice.text).toContain('Bara mejl som inte gick att skicka kan skickas igen.')
  })

  it('answers for a mail that is not there', async () => {
    const nowhere = '0192a3b4-0004-7000-8000-00000000dead'
    expect((await visitor.get(`/system/outbox/${nowhere}`)).status).toBe(404)
  })
})
