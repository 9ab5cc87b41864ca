import { describe, expect, it } from 'vitest'
import { withinFormLimit } from './form-limit.ts'

const megabyte = 1024 * 1024

function form(megabytes: number): Request {
  return new Request('https://office.example/budget/b/import?version=base', {
    method: 'POST',
    headers: {
      'content-length': String(megabytes * megabyte),
      'content-type': 'multipart/form-data; boundary=x',
      cookie: 'session=1',
    },
    body: 'x',
  })
}

describe('the limit of a form', () => {
  it.each([
    ['some files', 40, true, false],
    ['a disk', 200, true, true],
    ['a few words from outside', 0.5, false, false],
    ['a file from outside', 2, false, true],
  ])('%s of %d MB, signed in: %s, is refused: %s', (_, megabytes, signedIn, isRefused) => {
    const { refused } = withinFormLimit(form(megabytes), signedIn)
    expect(refused?.code ?? null).toBe(isRefused ? 'tooLarge' : null)
  })

  it('leaves whoever is refused on the page they stood on, as themselves', () => {
    const { request } = withinFormLimit(form(200), true)
    expect([request.method, request.url]).toEqual([
      'GET',
      'https://office.example/budget/b/import?version=base',
    ])
    expect(Object.fromEntries(request.headers)).toEqual({ cookie: 'session=1' })
  })

  it('holds for what does not say its size', async () => {
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(megabyte)),
    })
    const request = new Request('https://office.example/', {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit)
    await expect(withinFormLimit(request, false).request.arrayBuffer()).rejects.toMatchObject({
      code: 'tooLarge',
    })
  })
})
