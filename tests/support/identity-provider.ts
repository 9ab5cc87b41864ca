import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'

/** Who the provider says that somebody is. */
export type Claims = { sub: string; email: string; email_verified: boolean; name: string }

/** An OpenID Connect provider of the tests' own: signs in whoever it is told to, without asking. */
export class IdentityProvider {
  readonly port: number
  claims: Claims = { sub: 'ada', email: '', email_verified: true, name: 'Ada' }
  readonly #key = generateKeyPairSync('rsa', { modulusLength: 2048 })
  readonly #nonces = new Map<string, string>()
  #server: Server | null = null

  constructor(port: number) {
    this.port = port
  }

  get issuer(): string {
    return `http://localhost:${this.port}`
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const url = new URL(request.url ?? '/', this.issuer)
        const answer = this.#answer(url, new URLSearchParams(Buffer.concat(chunks).toString()))
        response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' })
        response.end(JSON.stringify(answer ?? {}))
      })
    })
    this.#server = server
    await new Promise<void>((resolve) => server.listen(this.port, 'localhost', resolve))
  }

  async stop(): Promise<void> {
    const server = this.#server
    this.#server = null
    server?.closeAllConnections()
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()))
  }

  /** What a browser that is sent to the provider is sent back with. */
  comeBack(authorisation: string): string {
    const asked = new URL(authorisation)
    const code = randomUUID()
    this.#nonces.set(code, asked.searchParams.get('nonce') ?? '')
    const back = new URL(asked.searchParams.get('redirect_uri') ?? '')
    back.searchParams.set('code', code)
    back.searchParams.set('state', asked.searchParams.get('state') ?? '')
    return `${back.pathname}${back.search}`
  }

  #answer(url: URL, form: URLSearchParams): object | null {
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return {
          issuer: this.issuer,
          authorization_endpoint: `${this.issuer}/authorize`,
          token_endpoint: `${this.issuer}/token`,
          jwks_uri: `${this.issuer}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        }
      case '/keys':
        return {
          keys: [{ ...this.#key.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
        }
      case '/token':
        return {
          access_token: 'access',
          token_type: 'Bearer',
          expires_in: 300,
          id_token: this.#token(this.#nonces.get(form.get('code') ?? '') ?? ''),
        }
      default:
        return null
    }
  }

  #token(nonce: string): string {
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: this.issuer, aud: 'kansli', iat: now, exp: now + 300, nonce, ...this.claims }
    const signed = `${jsonPart({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${jsonPart(claims)}`
    const signature = createSign('RSA-SHA256').update(signed).sign(this.#key.privateKey, 'base64url')
    return `${signed}.${signature}`
  }
}

function jsonPart(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
