import { createHash } from 'node:crypto'
import { describeProblem, type ProblemReader } from '#platform/operations/describe-problem.ts'
import type { Operation } from '#platform/operations/operation.ts'
import type { Problem } from '#platform/operations/problem.ts'

/** What an answer depends on, besides its address. */
const varies = 'Authorization, Cookie, Accept-Language'

/** A problem as RFC 9457 wants it, with what its kind asks for in the head. */
export function problemAnswer(problem: Problem, reader: ProblemReader): Response {
  const headers = new Headers({
    'content-type': 'application/problem+json',
    'content-language': reader.language,
    'cache-control': 'no-store',
    vary: varies,
  })
  if (problem.code === 'signInRequired') headers.set('www-authenticate', 'Bearer realm="kansli"')
  const { retryAfter } = problem.facts
  if (problem.code === 'tooMany') headers.set('retry-after', String(retryAfter ?? 60))
  if (problem.code === 'unavailable') headers.set('retry-after', '5')
  const allowed = problem.detail?.params['allowed']
  if (problem.code === 'methodNotAllowed') headers.set('allow', String(allowed))
  return new Response(JSON.stringify(describeProblem(problem, reader)), { status: problem.status, headers })
}

/**
 * The answer with its head: a read carries a mark of its content, so that who has it already is told so in a few
 * bytes; personal data, changes and downloads are never kept by anybody on the way.
 */
export async function finishedAnswer(
  operation: Operation,
  request: Request,
  answer: Response,
  repeated: boolean,
): Promise<Response> {
  const headers = new Headers(answer.headers)
  headers.set('vary', varies)
  if (repeated) headers.set('idempotent-replayed', 'true')
  const file = headers.get('content-disposition')
  // A file is saved, never shown: what is in it was not written by us.
  if (file) headers.set('content-disposition', file.replace(/^inline/, 'attachment'))
  if (operation.effect !== 'read' || operation.personalData || file) {
    headers.set('cache-control', 'no-store')
    return new Response(answer.body, { status: answer.status, headers })
  }
  const body = new Uint8Array(await answer.arrayBuffer())
  // Weak, because the same content may be packed or not.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  headers.set('etag', etag)
  headers.set('cache-control', 'private, no-cache')
  if (request.headers.get('if-none-match')?.includes(etag)) {
    headers.delete('content-type')
    headers.delete('content-length')
    return new Response(null, { status: 304, headers })
  }
  return new Response(body, { status: answer.status, headers })
}
