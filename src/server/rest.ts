import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { StandardOpenAPIMatcher } from '@orpc/openapi/standard'
import { mayChange } from '#platform/http/same-origin.ts'
import { languageFromHeader } from '#platform/i18n/languages.ts'
import { callOperation, type Caller } from '#platform/operations/call.ts'
import { isConnectionLost } from '#platform/database/connection-trouble.ts'
import { onlyOnce, requestHash } from '#platform/operations/keep-answer.ts'
import { Problem } from '#platform/operations/problem.ts'
import type { RegisteredOperation } from '#platform/operations/registry.ts'
import { restPrefix, restRouter } from '#platform/operations/rest/router.ts'
import type { Application } from '../application.ts'
import { finishedAnswer, problemAnswer } from './rest/answers.ts'
import { limitedBody } from './limited-body.ts'
import { bodyLimit } from './rest/body-limit.ts'
import { restCaller } from './rest/caller.ts'
import { documentAnswer } from './rest/document-answer.ts'
import { readWords, withReadableBody } from './rest/read-input.ts'

export type Rest = (request: Request, requestId: string) => Promise<Response | null>

/** Who calls; tests bring callers of their own. */
type CallerOf = (application: Application, request: Request, requestId: string) => Promise<Caller>

/** What one request carries through oRPC, and what came of it. */
type Asked = {
  request: Request
  caller: Caller
  /** Has it been taken apart? What fails before that is the sender's mistake. */
  taken: boolean
  failure: unknown
  repeated: boolean
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** The REST interface: every operation at its route. Answers null for addresses that are not its. */
export function createRest(application: Application, callerOf: CallerOf = restCaller): Rest {
  const { registry, services } = application
  const router = restRouter<Asked>(registry, (registered, input, asked) =>
    callFor(application, registered, input, asked),
  )
  const matcher = new StandardOpenAPIMatcher()
  matcher.init(router)
  const handler = new OpenAPIHandler<Asked>(router, {
    interceptors: [
      async ({ next, context }) => {
        try {
          return await next()
        } catch (error) {
          context.failure = context.taken ? error : toMalformed(error)
          throw error
        }
      },
    ],
  })

  async function operationAt(method: string, path: string): Promise<RegisteredOperation | null> {
    const match = await matcher.match(method, path as `/${string}`)
    return match ? (registry.find(match.path[1]!) ?? null) : null
  }

  async function allowedAt(path: string): Promise<string[]> {
    const found: string[] = []
    for (const method of methods) if (await operationAt(method, path)) found.push(method)
    if (found.includes('GET')) found.push('HEAD')
    return found.length > 0 ? [...found, 'OPTIONS'] : []
  }

  const describeInterface = documentAnswer(application)

  return async (request, requestId) => {
    const url = new URL(request.url)
    if (url.pathname === '/api/openapi.json' && (request.method === 'GET' || request.method === 'HEAD')) {
      return describeInterface(request)
    }
    if (url.pathname !== restPrefix && !url.pathname.startsWith(`${restPrefix}/`)) return null
    const path = `/${url.pathname.slice(restPrefix.length).replaceAll(/^\/|\/$/g, '')}`
    const method = request.method === 'HEAD' ? 'GET' : request.method
    let registered: RegisteredOperation | null = null
    let caller: Caller | null = null
    try {
      registered = await operationAt(method, path)
      if (!registered) {
        const allowed = await allowedAt(path)
        if (allowed.length === 0) throw new Problem('notFound')
        if (method === 'OPTIONS')
          return new Response(null, { status: 204, headers: { allow: allowed.join(', ') } })
        throw new Problem('methodNotAllowed', {
          detail: 'methodNotAllowed',
          params: { method, allowed: allowed.join(', ') },
        })
      }
      if (!mayChange(method, request.headers, [services.publicUrl, url.origin]))
        throw new Problem('otherSite')
      caller = await callerOf(application, request, requestId)
      const asked: Asked = {
        request: withReadableBody(limitedBody(asGet(request), bodyLimit(registered.operation))),
        caller,
        taken: false,
        failure: null,
        repeated: false,
      }
      const { response } = await handler.handle(asked.request, { prefix: restPrefix, context: asked })
      if (asked.failure) throw asked.failure
      if (!response) throw new Problem('notFound')
      const answer = await finishedAnswer(registered.operation, request, response, asked.repeated)
      return request.method === 'HEAD' ? new Response(null, answer) : answer
    } catch (error) {
      const problem = toProblem(error)
      if (problem.code === 'unexpected') {
        services.log.error({ error, requestId, operation: registered?.operation.name }, 'unexpected')
      }
      return problemAnswer(problem, {
        language: caller?.language ?? languageFromHeader(request.headers.get('accept-language')),
        texts: registered?.texts ?? null,
        requestId,
        publicUrl: services.publicUrl,
      })
    }
  }

  async function callFor(
    { host: operationHost }: Application,
    { module, operation }: RegisteredOperation,
    taken: unknown,
    asked: Asked,
  ): Promise<unknown> {
    asked.taken = true
    const input = readWords(operation, taken, asked.request)
    const { signal } = asked.request
    const caller: Caller = {
      ...asked.caller,
      progress: { report: () => undefined, cancelled: () => signal.aborted },
    }
    const key = operation.effect === 'write' ? asked.request.headers.get('idempotency-key') : null
    if (key !== null) {
      const { actor, organisationId } = caller
      if (actor.kind !== 'person') throw new Problem('signInRequired')
      if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
        throw new Problem('invalidInput', { issues: [{ path: ['Idempotency-Key'], message: 'input.form' }] })
      }
      const request = { operation: operation.name, hash: await requestHash(input) }
      caller.around = onlyOnce({ organisationId, userId: actor.userId }, key, request, () => {
        asked.repeated = true
      })
    }
    return callOperation(operationHost, module, operation, input, caller)
  }
}

/** A HEAD is a GET whose body is not sent. */
function asGet(request: Request): Request {
  return request.method === 'HEAD' ? new Request(request, { method: 'GET' }) : request
}

function toProblem(error: unknown): Problem {
  const code = isConnectionLost(error) ? 'unavailable' : 'unexpected'
  return problemIn(error) ?? new Problem(code, { cause: error })
}

/** A request that could not be taken apart, unless it is known better why: a body that went on too long. */
function toMalformed(error: unknown): Problem {
  return problemIn(error) ?? new Problem('malformed', { cause: error })
}

function problemIn(error: unknown): Problem | null {
  for (let each = error; each instanceof Error; each = each.cause) if (each instanceof Problem) return each
  return null
}
