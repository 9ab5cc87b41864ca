import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beginLongWriting } from '#platform/database/long-writing.ts'
import { answerBusy } from './answer-busy.ts'

const asked = { kind: 'embedded' as const, styles: ['/assets/root.css'], requestId: 'a-number' }
const site = 'https://kansli.example.org'
const request = (path: string, init: RequestInit = {}) =>
  new Request(`${site}${path}`, { ...init, headers: { 'accept-language': 'sv', ...init.headers } })

it('answers nothing while nothing is written', async () => {
  expect(await answerBusy(request('/people'), asked)).toBeNull()
})

describe('while an import is written', () => {
  let stops = 0
  let writing: ReturnType<typeof beginLongWriting>
  const stop = () => {
    stops += 1
    writing.end()
  }
  beforeEach(() => {
    stops = 0
    writing = beginLongWriting({ share: () => 0.425, stop })
  })
  afterEach(() => writing.end())

  it('says so at once, how far it has come, and looks again by itself', async () => {
    const answer = await answerBusy(request('/people'), asked)
    expect(answer?.status).toBe(503)
    expect(answer?.headers.get('refresh')).toBe('3')
    const page = await answer!.text()
    expect(page).toContain('<html lang="sv">')
    expect(page).toMatch(/4[23]\s%/)
    expect(page).not.toContain('<form')
  })

  it('speaks English to those who do', async () => {
    const answer = await answerBusy(request('/people', { headers: { 'accept-language': 'en' } }), asked)
    expect(await answer!.text()).toContain('An import is being written')
  })

  it('says that a form was not saved, and does not send it again', async () => {
    const answer = await answerBusy(request('/people/new', { method: 'POST' }), asked)
    expect(answer?.headers.get('refresh')).toBeNull()
    expect(await answer!.text()).toContain('inte sparat')
  })

  it('is stopped by the word of whoever began it, and by no other', async () => {
    const path = '/people/import/1/progress'
    await answerBusy(request(`${path}?stop=another`, { method: 'POST' }), asked)
    expect(stops).toBe(0)
    const address = `${path}?stop=${writing.stopWord}`
    expect(await (await answerBusy(request(address), asked))!.text()).toContain('<form method="post">')
    expect(stops).toBe(0)
    const answer = await answerBusy(request(address, { method: 'POST' }), asked)
    expect([answer?.status, answer?.headers.get('location'), stops]).toEqual([303, path, 1])
  })

  it('tells programs in their own way', async () => {
    const answer = await answerBusy(request('/api/people/persons'), asked)
    expect(answer?.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer!.json()).toMatchObject({
      code: 'unavailable',
      detail: expect.stringContaining('import'),
    })
  })

  it('lets a page’s own script wait until it is over', async () => {
    const waiting = answerBusy(request('/people.data'), asked)
    writing.end()
    expect(await waiting).toBeNull()
  })

  it('keeps nobody waiting on a database server', async () => {
    expect(await answerBusy(request('/people'), { ...asked, kind: 'server' })).toBeNull()
  })
})
