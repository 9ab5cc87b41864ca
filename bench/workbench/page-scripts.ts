import { get } from 'node:http'
import type { Page } from 'playwright-core'

/** The addresses of all scripts that a page asks for from now on, each once; the set fills while the page loads. */
export function scriptsOf(page: Page): ReadonlySet<string> {
  const scripts = new Set<string>()
  page.on('request', (request) => {
    const isScript = request.resourceType() === 'script' || /\.m?js$/.test(new URL(request.url()).pathname)
    if (isScript) scripts.add(request.url())
  })
  return scripts
}

/** How many bytes a file takes on its way to who accepts gzip: as the server sends it, packed or not. */
export function packedBytes(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.on('error', reject)
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(bytes)
          : reject(new Error(`${address} is answered with ${answer.statusCode}.`)),
      )
    }).on('error', reject)
  })
}
