import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packFiles } from './pack-files.ts'
import { serveFiles } from './serve-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'kansli-files-'))
const script = 'export const kansli = "ett ord som återkommer"\n'.repeat(200)
let server: Server

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets/page-a1b2c3.js'), script)
  writeFileSync(join(folder, 'assets/small-a1b2c3.css'), 'a{color:red}')
  writeFileSync(join(folder, 'assets/font-a1b2c3.woff2'), 'x'.repeat(5000))
  writeFileSync(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(folder, 'secret.js'), 'not for anybody')
  await packFiles(folder)
  const files = serveFiles(folder, { 'x-content-type-options': 'nosniff' })
  server = createServer((asked, response) => {
    if (!files(asked, response, asked.url ?? '')) response.writeHead(418).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
      .on('error', reject)
      .end()
  })
}

describe('packing', () => {
  it('packs text both ways, and leaves what is small or packed already', () => {
    expect(readdirSync(join(folder, 'assets')).sort()).toEqual([
      'font-a1b2c3.woff2',
      'page-a1b2c3.js',
      'page-a1b2c3.js.br',
      'page-a1b2c3.js.gz',
      'small-a1b2c3.css',
    ])
    const packed = (ending: string) => readFileSync(join(folder, `assets/page-a1b2c3.js${ending}`))
    expect(brotliDecompressSync(packed('.br')).toString()).toBe(script)
    expect(gunzipSync(packed('.gz')).toString()).toBe(script)
  })
})

describe('handing out', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['identity', undefined, (bytes: Buffer) => bytes],
  ])('packs for a reader who understands %s', async (understood, packing, unpack) => {
    const answer = await ask('/assets/page-a1b2c3.js', { 'accept-encoding': understood })
    expect(answer.status).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'text/javascript',
      'cache-control': 'public,max-age=31536000,immutable',
      'content-length': String(answer.body.length),
      vary: 'Accept-Encoding',
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers['content-encoding']).toBe(packing)
    expect(unpack(answer.body).toString()).toBe(script)
  })

  it('says that nothing has changed to whoever has it', async () => {
    const first = await ask('/assets/page-a1b2c3.js')
    const again = await ask('/assets/page-a1b2c3.js', { 'if-none-match': String(first.headers.etag) })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })

  it('lets a name that may get other contents be asked for again', async () => {
    expect((await ask('/icon.svg')).headers['cache-control']).toBe('public, max-age=3600')
  })

  it.each([
    ['what is not there', '/assets/gone-a1b2c3.js', 'GET', 404],
    ['what lies outside', '/assets/../secret.js', 'GET', 404],
    ['what lies outside, written otherwise', '/assets/%2e%2e/secret.js', 'GET', 404],
    ['a folder', '/assets/', 'GET', 404],
    ['being written to', '/assets/page-a1b2c3.js', 'POST', 405],
    ['other addresses, which are not its', '/secret.js', 'GET', 418],
  ])('refuses %s', async (_, path, method, status) => {
    expect((await ask(path, {}, method)).status).toBe(status)
  })
})
