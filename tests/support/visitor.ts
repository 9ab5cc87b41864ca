/** What a visitor sees after a request. */
export type Page = {
  status: number
  /** Where the answer leads on to, as a path; null when it shows something. */
  leadsTo: string | null
  html: string
  /** What is read on the page: no tags, and every run of space as one. */
  text: string
  headers: Headers
  /** Milliseconds until the whole answer was there. */
  took: number
}

type Extra = { headers?: Record<string, string> }

/** A browser that runs no scripts: it keeps cookies, follows forms and says where they were sent from. */
export class Visitor {
  readonly url: string
  readonly address: string
  readonly cookies = new Map<string, string>()
  language = 'sv'

  constructor(url: string, address: string) {
    this.url = url
    this.address = address
  }

  /** Opens an address. */
  get(path: string, extra: Extra = {}): Promise<Page> {
    return this.#ask(path, { method: 'GET' }, extra)
  }

  /** Sends a form, as from a page of the same site. */
  post(path: string, fields: Record<string, string | string[]>, extra: Extra = {}): Promise<Page> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields))
      for (const each of [value].flat()) body.append(name, each)
    return this.#ask(path, { method: 'POST', body }, { headers: { origin: this.url, ...extra.headers } })
  }

  /** Opens an address and goes on until something is shown. */
  async follow(path: string): Promise<Page> {
    let page = await this.get(path)
    for (let steps = 0; page.leadsTo && steps < 10; steps++) page = await this.get(page.leadsTo)
    return page
  }

  /** The same person with a copy of the same cookies: a second device that was handed them. */
  copy(): Visitor {
    const other = new Visitor(this.url, this.address)
    for (const [name, value] of this.cookies) other.cookies.set(name, value)
    return other
  }

  async #ask(path: string, init: RequestInit, { headers = {} }: Extra): Promise<Page> {
    const started = performance.now()
    const response = await fetch(new URL(path, this.url), {
      ...init,
      redirect: 'manual',
      headers: {
        'accept-language': this.language,
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
        'x-forwarded-for': this.address,
        ...(this.cookies.size > 0
          ? { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
          : {}),
        ...headers,
      },
    })
    const html = await response.text()
    const took = performance.now() - started
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    const location = response.headers.get('location')
    return {
      status: response.status,
      leadsTo: location ? pathOf(location, this.url) : null,
      html,
      text: plainText(html),
      headers: response.headers,
      took,
    }
  }

  #keep(line: string) {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const equals = pair.indexOf('=')
    const name = pair.slice(0, equals)
    const value = pair.slice(equals + 1)
    if (!value || attributes.some((attribute) => /^max-age=0$/i.test(attribute))) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}

function pathOf(location: string, site: string): string {
  const url = new URL(location, site)
  return url.origin === site ? `${url.pathname}${url.search}` : url.href
}

function plainText(html: string): string {
  return html
    .replaceAll(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
