import { Problem } from '#platform/operations/problem.ts'
import { coerceWords } from '#platform/operations/rest/coerce.ts'
import { methodAndPath, pathParameters } from '#platform/operations/rest/router.ts'
import type { Operation } from '#platform/operations/operation.ts'

const readable = /^(application\/(json|x-www-form-urlencoded)|multipart\/form-data)\s*(;|$)/i

/**
 * A request that oRPC may take apart: its body is one of the kinds the interface takes, and nothing else in it
 * would be read as a body of another kind.
 * @throws {Problem} malformed
 */
export function withReadableBody(request: Request): Request {
  if (!request.headers.has('content-disposition') && !request.body) return request
  const type = request.headers.get('content-type')
  if (request.body && type && !readable.test(type)) throw new Problem('malformed')
  const headers = new Headers(request.headers)
  headers.delete('content-disposition')
  // A body that does not say what it is counts as JSON.
  if (request.body && !type) headers.set('content-type', 'application/json')
  return new Request(request, { headers })
}

/** The operation's input from what oRPC took apart: what came as words is read as what the schema asks for. */
export function readWords(operation: Operation, input: unknown, request: Request): unknown {
  const { method, path } = methodAndPath(operation.route)
  const type = request.headers.get('content-type') ?? ''
  const allWords = method === 'GET' || (type !== '' && !/^application\/json/i.test(type))
  return coerceWords(operation.input, input ?? {}, allWords ? undefined : pathParameters(path))
}
