import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { createRequestListener } from '@remix-run/node-fetch-server'
import {
  createRequestHandler,
  RouterContextProvider,
  type RequestHandler,
  type ServerBuild,
} from 'react-router'
import { answerFromNetwork } from '#platform/auth/network.ts'
import { addressHeader, signInPath } from '#platform/auth/sign-in.ts'
import { isConnectionLost } from '#platform/database/connection-trouble.ts'
import { callerAddress } from '#platform/http/address.ts'
import { compressed } from '#platform/http/compress.ts'
import { areaOf, type Metrics } from '#platform/http/metrics.ts'
import type { PageCache } from '#platform/http/page-cache.ts'
import { mayChange } from '#platform/http/same-origin.ts'
import { securityHeaders } from '#platform/http/security-headers.ts'
import { publicationsTopic } from '#modules/budget/index.ts'
import { languageFromHeader } from '#platform/i18n/languages.ts'
import { projectRoot } from '#platform/root.ts'
import { accountPagesContext, type AccountPages } from '#web/account/account-pages.ts'
import { visitContext } from '#web/request-context.ts'
import type { Application } from '../application.ts'
import { serveFiles } from './files/serve-files.ts'
import { answerBusy } from './busy/answer-busy.ts'
import { silentPage } from './busy/busy-page.ts'
import { answerFixed, type FixedAnswers } from './fixed-answers.ts'
import { withinFormLimit } from './form-limit.ts'
import { pageCacheKey } from './page-cache-key.ts'
import { visitFor } from './visit.ts'

export type ListenerParts = {
  application: Application
  build: ServerBuild
  pages: PageCache
  metrics: Metrics
  fixed: FixedAnswers
  accountPages: AccountPages
  /** The REST interface; answers null for what is not its. */
  rest: (request: Request, requestId: string) => Promise<Response | null>
  /** Live updates as a stream of events; answers null for what is not its. */
  live: (request: Request, requestId: string) => Promise<Response | null>
}

/**
 * What answers every request: files and finished public pages at once, then the sign-in, the REST interface, live
 * updates, and the pages.
 */
export function createListener(parts: ListenerParts): RequestListener {
  const { application, metrics, pages } = parts
  forgetWhenPublished(application, pages)
  const secure = application.services.publicUrl.startsWith('https:')
  const files = serveFiles(join(projectRoot, parts.build.assetsBuildDirectory), securityHeaders(null, secure))
  // Made once: it takes the routes apart.
  const handlePage = createRequestHandler(
    parts.build,
    process.env.NODE_ENV === 'development' ? 'development' : 'production',
  )
  const fetchListener = createRequestListener((request) => answer({ ...parts, handlePage }, request, secure))

  return (request: IncomingMessage, response: ServerResponse) => {
    const started = performance.now()
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    response.on('close', () => {
      metrics.requests.observe(
        { area: areaOf(path), status: String(response.statusCode) },
        (performance.now() - started) / 1000,
      )
    })
    const key = pageCacheKey(request)
    if (key && pages.answer(key, request, response)) return
    if (answerFixed(parts.fixed, path, request, response)) return
    if (files(request, response, path)) return
    request.headers[addressHeader] = callerAddress(request, application.settings.proxies)
    fetchListener(request, response)
  }
}

/** Publishing and withdrawing, here or on another server, make every finished page out of date. */
function forgetWhenPublished({ services: { realtime } }: Application, pages: PageCache): void {
  realtime.listen(publicationsTopic, () => pages.clear())
  realtime.onGap(() => pages.clear())
}

/** The pages' own handler, beside what the listener was given. */
type AnswerParts = ListenerParts & { handlePage: RequestHandler }

async function answer(parts: AnswerParts, request: Request, secure: boolean): Promise<Response> {
  const { application } = parts
  const requestId = randomUUID()
  const url = new URL(request.url)
  const styles = parts.build.assets.routes['root']?.css ?? []
  try {
    if (!mayChange(request.method, request.headers, [application.services.publicUrl, url.origin])) {
      return finish(new Response('This form was sent from another site.', { status: 403 }), secure, null)
    }
    const busy = await answerBusy(request, { kind: application.database.kind, styles, requestId })
    if (busy) return finish(busy, secure, null)
    if (url.pathname.startsWith(`${signInPath}/`)) {
      return finish(await answerFromNetwork(application.accounts, request), secure, null)
    }
    const other = (await parts.rest(request, requestId)) ?? (await parts.live(request, requestId))
    if (other) return compressed(request, finish(other, secure, null))
    return await page(parts, request, requestId, secure)
  } catch (error) {
    application.services.log.error({ error, requestId, path: url.pathname }, 'unexpected')
    if (isConnectionLost(error)) {
      const headers = { 'retry-after': '5', 'content-type': 'text/html; charset=utf-8' }
      const language = languageFromHeader(request.headers.get('accept-language'))
      const said = silentPage({ language, styles, number: requestId })
      return finish(new Response(said, { status: 503, headers }), secure, null)
    }
    return finish(new Response(`Something went wrong (${requestId}).`, { status: 500 }), secure, null)
  }
}

async function page(
  parts: AnswerParts,
  request: Request,
  requestId: string,
  secure: boolean,
): Promise<Response> {
  const { application, handlePage, pages } = parts
  const begun = pages.clearings
  const visitor = await visitFor(application, request, requestId)
  const { request: asked, refused } = withinFormLimit(request, visitor.session !== null)
  const visit = { ...visitor, refused }
  const context = new RouterContextProvider()
  context.set(visitContext, visit)
  context.set(accountPagesContext, parts.accountPages)
  const answered = await handlePage(asked, context)
  const response = finish(refused ? withStatus(answered, refused.status) : answered, secure, visit.nonce)
  // The answer to a HEAD has no body to keep.
  const key =
    request.method === 'GET' &&
    pageCacheKey({
      method: request.method,
      url: new URL(request.url).pathname,
      headers: Object.fromEntries(request.headers),
    })
  return compressed(request, key ? await pages.keep(key, response, begun) : response)
}

function withStatus({ body, headers }: Response, status: number): Response {
  return new Response(body, { status, headers })
}

/** Adds the security headers; a page says by `x-scripts` whether it has any. */
function finish(response: Response, secure: boolean, nonce: string | null): Response {
  const headers = new Headers(response.headers)
  const scripts = headers.get('x-scripts') === 'yes'
  headers.delete('x-scripts')
  for (const [name, value] of Object.entries(securityHeaders(scripts ? nonce : null, secure)))
    headers.set(name, value)
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}
