import type { Accounts } from './accounts.ts'
import { providerId } from './identity-provider.ts'
import { signInPath } from './sign-in.ts'

/**
 * The few of the sign-in library's endpoints that a browser itself must reach: passkeys, which only a script can
 * ask the device for, and the way back from the identity provider. Everything else is done by our own pages, which
 * answer in the reader's language and tell nobody whether an account exists.
 */
const open = new Set([
  'GET /passkey/generate-authenticate-options',
  'POST /passkey/verify-authentication',
  'GET /passkey/generate-register-options',
  'POST /passkey/verify-registration',
  `GET /callback/${providerId}`,
  `POST /callback/${providerId}`,
])

/** Answers a request to the sign-in's own addresses. */
export async function answerFromNetwork(accounts: Accounts, request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.slice(signInPath.length)
  if (!open.has(`${request.method} ${path}`)) return new Response('Not found', { status: 404 })
  return accounts.signIn.handler(request)
}
