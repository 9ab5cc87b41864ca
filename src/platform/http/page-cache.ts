import { gzip } from 'node:zlib'
import { promisify } from 'node:util'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createHash } from 'node:crypto'

const pack = promisify(gzip)

type Page = { body: Buffer; packed: Buffer; etag: string; headers: Record<string, string> }

/**
 * Finished public pages, kept in memory. What is published never changes (a new edition has a new key), so a page
 * is rendered once and then answered straight from here, without touching the database or React.
 *
 * A page says itself that it may be kept, with the header `x-page-cache: <edition>`; publishing and withdrawing
 * clear everything. Only pages that are the same for everybody are kept or given.
 */
export class PageCache {
  readonly #pages = new Map<string, Page>()
  readonly #limit: number
  #bytes = 0
  #clearings = 0

  /** @param limit bytes at most; the pages that have waited longest for a reader go first */
  constructor(limit = 64 * 1024 * 1024) {
    this.#limit = limit
  }

  get size(): { pages: number; bytes: number } {
    return { pages: this.#pages.size, bytes: this.#bytes }
  }

  /** How often everything has been forgotten; what was begun before the last time is not kept after it. */
  get clearings(): number {
    return this.#clearings
  }

  clear(): void {
    this.#clearings += 1
    this.#pages.clear()
    this.#bytes = 0
  }

  /** Answers from the cache. @returns false when the page is not here */
  answer(key: string, request: IncomingMessage, response: ServerResponse): boolean {
    const page = this.#pages.get(key)
    if (!page) return false
    // Read again, so last in line to be dropped.
    this.#pages.delete(key)
    this.#pages.set(key, page)
    if (request.headers['if-none-match'] === page.etag) {
      response.writeHead(304, page.headers).end()
      return true
    }
    const packed = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
    const body = packed ? page.packed : page.body
    response.writeHead(200, {
      ...page.headers,
      ...(packed ? { 'content-encoding': 'gzip' } : {}),
      'content-length': body.length,
    })
    response.end(request.method === 'HEAD' ? undefined : body)
    return true
  }

  /**
   * Keeps a page, if it says that it may be kept, and gives the answer on, with its mark.
   * @param begun `clearings` when the page was begun: what it shows may have been withdrawn since
   */
  async keep(key: string, response: Response, begun: number): Promise<Response> {
    if (response.status !== 200 || !response.headers.has('x-page-cache')) return response
    const body = Buffer.from(await response.arrayBuffer())
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const headers = {
      ...Object.fromEntries([...response.headers].filter(([name]) => name !== 'x-page-cache')),
      etag,
      vary: 'Accept-Encoding, Accept-Language, Cookie',
    }
    const page = { body, packed: await pack(body), etag, headers }
    if (begun === this.#clearings) this.#add(key, page)
    return new Response(body, { status: 200, headers })
  }

  #add(key: string, page: Page) {
    const weigh = (each: Page) => each.body.length + each.packed.length
    const before = this.#pages.get(key)
    if (before) this.#bytes -= weigh(before)
    this.#pages.set(key, page)
    this.#bytes += weigh(page)
    for (const [oldest, old] of this.#pages) {
      if (this.#bytes <= this.#limit) break
      this.#pages.delete(oldest)
      this.#bytes -= weigh(old)
    }
  }
}
