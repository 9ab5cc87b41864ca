import { os, type AnyRouter } from '@orpc/server'
import type { RegisteredOperation, Registry } from '../registry.ts'

/** Where the interface begins; an operation's `route` follows. */
export const restPrefix = '/api/v1'

/** Does what is asked for: policy, input, transaction and answer are the operation's own matter. */
export type RestCall<Context> = (
  registered: RegisteredOperation,
  input: unknown,
  context: Context,
) => Promise<unknown>

/**
 * The operations as oRPC sees them, by module and name. oRPC takes requests apart and puts answers together; it
 * does not validate, because an operation asks who calls before it looks at what they sent.
 */
export function restRouter<Context extends Record<PropertyKey, unknown>>(
  registry: Registry,
  call: RestCall<Context>,
): AnyRouter {
  const base = os.$context<Context>().$config({
    initialInputValidationIndex: Number.NaN,
    initialOutputValidationIndex: Number.NaN,
  })
  const byModule: Record<string, Record<string, AnyRouter>> = {}
  for (const registered of registry.all) {
    const { module, operation } = registered
    const { method, path } = methodAndPath(operation.route)
    byModule[module] ??= {}
    byModule[module][operation.name] = base
      .route({ method, path, operationId: operation.name, summary: operation.summary, tags: [module] })
      .input(operation.input)
      .output(operation.output)
      .handler(({ input, context }) => call(registered, input, context))
  }
  return byModule
}

export type RestMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** `GET /budget/books/{bookId}` in its two parts. */
export function methodAndPath(route: string): { method: RestMethod; path: `/${string}` } {
  const space = route.indexOf(' ')
  return { method: route.slice(0, space) as RestMethod, path: route.slice(space + 1) as `/${string}` }
}

/** The names in a path's braces: `/books/{bookId}` → `['bookId']`. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/\{\+?([^}]+)\}/g)].map(([, name]) => name!)
}
