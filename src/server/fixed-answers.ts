import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Application } from '../application.ts'
import type { Metrics } from '#platform/http/metrics.ts'

/** What machines ask for: is the process alive, can it do its work, how is it doing. */
export type FixedAnswers = { application: Application; metrics: Metrics; closing: () => boolean }

/** Answers /health, /ready, /metrics and /robots.txt. @returns false for any other address */
export function answerFixed(
  { application, metrics, closing }: FixedAnswers,
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
      void application.database.pool
        .query('select 1')
        .then(() => text(response, closing() ? 503 : 200, closing() ? 'closing\n' : 'ready\n'))
        .catch(() => text(response, 503, 'the database does not answer\n'))
      return true
    case '/metrics':
      // Only to the machine itself: a monitoring on another one asks through the proxy it has set up for it.
      if (!isLocal(request)) return false
      void metrics.registry.metrics().then((body) => text(response, 200, body, metrics.registry.contentType))
      return true
    case '/robots.txt':
      text(response, 200, 'User-agent: *\nDisallow: /\nAllow: /public/\n')
      return true
    default:
      return false
  }
}

function text(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8') {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
}

function isLocal(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress ?? ''
  return !request.headers['x-forwarded-for'] && /^(::ffff:)?127\.|^::1$/.test(address)
}
