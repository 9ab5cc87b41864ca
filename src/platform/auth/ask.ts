import type { Language } from '../i18n/languages.ts'
import { addressHeader, languageHeader, signInPath, type SignIn } from './sign-in.ts'

/** One of the sign-in library's endpoints, asked by our own pages. */
export type Question = {
  path: string
  method?: 'GET' | 'POST'
  query?: Record<string, string>
  body?: Record<string, unknown>
}

export type Answer = {
  ok: boolean
  status: number
  /** What went wrong, as the library names it: `INVALID_CODE`. */
  code: string | null
  body: Record<string, unknown>
  /** `Set-Cookie` headers to pass on to the reader. */
  cookies: string[]
  /** Seconds to wait, when there were too many attempts. */
  retryAfter: number | null
}

/**
 * Asks the sign-in for a reader. It goes the same way as a request from the network would, so limits, hooks and
 * cookies apply; the reader's cookies, address and browser go with it. That the form came from our own site has
 * been seen to before.
 */
export async function ask(
  signIn: SignIn,
  publicUrl: string,
  reader: { headers: Headers; language: Language },
  question: Question,
): Promise<Answer> {
  const url = new URL(`${signInPath}${question.path}`, publicUrl)
  for (const [name, value] of Object.entries(question.query ?? {})) url.searchParams.set(name, value)
  const headers = new Headers({ origin: url.origin, [languageHeader]: reader.language })
  for (const name of ['cookie', 'user-agent', addressHeader]) {
    const value = reader.headers.get(name)
    if (value) headers.set(name, value)
  }
  const method = question.method ?? 'POST'
  if (method === 'POST') headers.set('content-type', 'application/json')
  const response = await signIn.handler(
    new Request(url, {
      method,
      headers,
      ...(method === 'POST' ? { body: JSON.stringify(question.body ?? {}) } : {}),
    }),
  )
  const body = await readBody(response)
  return {
    ok: response.ok,
    status: response.status,
    code: typeof body['code'] === 'string' ? body['code'] : response.ok ? null : String(response.status),
    body,
    cookies: response.headers.getSetCookie(),
    retryAfter: Number(response.headers.get('x-retry-after')) || null,
  }
}

async function readBody(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json()
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
