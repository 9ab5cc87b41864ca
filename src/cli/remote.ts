import { randomUUID } from 'node:crypto'
import { languages } from '../platform/i18n/languages.ts'
import type { ProblemDocument } from '../platform/operations/describe-problem.ts'
import type { RegisteredOperation, Registry } from '../platform/operations/registry.ts'
import { filledPath } from '../platform/operations/rest/example-calls.ts'
import { toForm, toQuery } from '../platform/operations/rest/query.ts'
import { methodAndPath, pathParameters, restPrefix } from '../platform/operations/rest/router.ts'
import type { OwnOptions } from './call-operation.ts'
import { CannotBeDone, WrongUse } from './command.ts'
import { cliTexts } from './messages/cli.ts'
import type { Terminal } from './terminal.ts'

/** Calls an operation over the network, with a key. A change carries a key of its own, so that it is safe to repeat. */
export async function callRemotely(
  _registry: Registry,
  registered: RegisteredOperation,
  input: Record<string, unknown>,
  own: OwnOptions,
  terminal: Terminal,
): Promise<unknown> {
  if (own.organisation !== null) {
    throw new WrongUse(cliTexts.in(terminal.language)('organisation.remote'))
  }
  const address = addressFrom(terminal)
  const request = requestFor(registered, input, address, terminal)
  const response = await send(request, registered.operation.effect === 'write', terminal)
  const isOurs = response.headers.has('content-disposition') || isJson(response)
  if (response.ok && isOurs) return answerIn(response)
  const problem = await problemIn(response)
  if (!problem) throw new CannotBeDone(cliTexts.in(terminal.language)('notKansli', { address }))
  const lines = [
    problem.detail,
    ...(problem.errors ?? []).map((error) => `  ${error.pointer.slice(2)}: ${error.detail}`),
  ]
  throw problem.code === 'invalidInput' ? new WrongUse(lines.join('\n')) : new CannotBeDone(lines.join('\n'))
}

function addressFrom(terminal: Terminal): string {
  const t = cliTexts.in(terminal.language)
  const said = terminal.env['KANSLI_URL']
  if (!said) throw new WrongUse(t('wrong.needsUrl'))
  if (!URL.canParse(said) || !/^https?:/.test(said)) throw new WrongUse(t('wrong.noUrl', { value: said }))
  return said.replace(/\/$/, '')
}

function requestFor(
  { operation }: RegisteredOperation,
  input: Record<string, unknown>,
  address: string,
  terminal: Terminal,
): { url: string; init: RequestInit } {
  const { method, path } = methodAndPath(operation.route)
  const inPath = pathParameters(path)
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.includes(name)))
  const query = method === 'GET' ? toQuery(rest).toString() : ''
  const headers = new Headers({
    authorization: `Bearer ${terminal.env['KANSLI_TOKEN']}`,
    'accept-language': [terminal.language, ...languages].join(', '),
  })
  if (operation.effect === 'write') headers.set('idempotency-key', randomUUID())
  const hasFile = Object.values(rest)
    .flat()
    .some((value) => value instanceof Blob)
  if (method !== 'GET' && !hasFile) headers.set('content-type', 'application/json')
  return {
    url: `${address}${restPrefix}${filledPath(path, input)}${query ? `?${query}` : ''}`,
    init: {
      method,
      headers,
      signal: terminal.signal,
      ...(method === 'GET' ? {} : { body: hasFile ? toForm(rest) : JSON.stringify(rest) }),
    },
  }
}

/** Sends it; a line that breaks is tried once more where that is safe, which it is for everything that has a key. */
async function send(
  { url, init }: { url: string; init: RequestInit },
  hasKey: boolean,
  terminal: Terminal,
): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (first) {
    if (terminal.signal.aborted) throw first
    try {
      if (!hasKey && init.method !== 'GET') throw first
      return await fetch(url, init)
    } catch (error) {
      const reason = ((error as Error).cause as Error | undefined)?.message || (error as Error).message
      throw new CannotBeDone(
        cliTexts.in(terminal.language)('unreachable', { address: new URL(url).origin, reason }),
        { cause: error },
      )
    }
  }
}

async function answerIn(response: Response): Promise<unknown> {
  const disposition = response.headers.get('content-disposition')
  if (!disposition) return response.json()
  const name = /filename\*=utf-8''([^;]+)/i.exec(disposition)?.[1]
  const type = response.headers.get('content-type') ?? ''
  return new File([await response.arrayBuffer()], name ? decodeURIComponent(name) : 'kansli', { type })
}

function isJson(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('application/json') ?? false
}

async function problemIn(response: Response): Promise<ProblemDocument | null> {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return null
  return (await response.json()) as ProblemDocument
}
