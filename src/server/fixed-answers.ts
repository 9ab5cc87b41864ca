import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Metrics } from '#platform/http/metrics.ts'
import type { Application } from '../application.ts'
import { takeReadings } from './readings.ts'

/** What machines ask for: is the process alive, can it do its work, how is it doing. */
export type FixedAnswers = { application: Application; metrics: Metrics; closing: () => boolean }

/** How long the database may take to say that it is there. */
const patience = 2_000

/** Answers /health, /ready, /metrics and /robots.txt. @returns false for any other address */
export function answerFixed(
  parts: FixedAnswers,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  switch (path) {
    case '/health':
      text(response, 200, 'ok\n')
      return true
    case '/ready':
      void whyNotReady(parts).then((why) => text(response, why ? 503 : 200, `${why ?? 'ready'}\n`))
      return true
    case '/metrics':
      if (!mayReadMetrics(request, parts.application.settings.metricsToken)) return false
      readMetrics(parts, response).catch((error: unknown) => {
        parts.application.services.log.error({ error }, 'metrics')
        text(response, 500, 'The metrics could not be read.\n')
      })
      return true
    case '/robots.txt':
      text(response, 200, 'User-agent: *\nDisallow: /\nAllow: /public/\n')
      return true
    default:
      return false
  }
}

async function whyNotReady({ application, closing }: FixedAnswers): Promise<string | null> {
  if (closing()) return 'closing'
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), patience).unref())
  const answers = application.database.pool.query('select 1').then(
    () => true,
    () => false,
  )
  return (await Promise.race([answers, late])) ? null : 'the database does not answer'
}

async function readMetrics({ application, metrics }: FixedAnswers, response: ServerResponse): Promise<void> {
  await takeReadings(application, metrics)
  text(response, 200, await metrics.registry.metrics(), metrics.registry.contentType)
}

function text(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8') {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
}

/** The machine itself, asking without a proxy in between, or whoever knows the token in the settings. */
function mayReadMetrics(request: IncomingMessage, token: string | null): boolean {
  const address = request.socket.remoteAddress ?? ''
  const forwarded = request.headers['x-forwarded-for'] ?? request.headers['forwarded']
  if (!forwarded && /^(::ffff:)?127\.|^::1$/.test(address)) return true
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  return token !== null && given !== undefined && timingSafeEqual(hashOf(given), hashOf(token))
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()
