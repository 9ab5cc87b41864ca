import { languageFromHeader } from '#platform/i18n/languages.ts'
import { callOperation, type Caller } from '#platform/operations/call.ts'
import { Problem } from '#platform/operations/problem.ts'
import { commonTopics, ruleFor, type TopicRule } from '#platform/realtime/topic-rule.ts'
import type { Application } from '../application.ts'
import { openEventStream, type EventStream } from './live/event-stream.ts'
import { problemAnswer } from './rest/answers.ts'
import { restCaller } from './rest/caller.ts'

export type Live = {
  /** Answers null for addresses that are not its. */
  answer: (request: Request, requestId: string) => Promise<Response | null>
  /** How many streams are open. */
  open: () => number
  /** Ends every stream; those who listen come back to whoever answers then. */
  close: () => void
}

export type LiveOptions = {
  /** Milliseconds between signs of life; at each it is asked anew whether the listener may listen. */
  heartbeat?: number
  callerOf?: (application: Application, request: Request, requestId: string) => Promise<Caller>
}

/** Streams at most, for one person: a page has one. */
const mostPerPerson = 12
const mostTopics = 20
/** What somebody missed is retold, if it is no more than this; else it is quicker to ask for everything again. */
const mostRetold = 100

/**
 * Live updates as server-sent events: `GET /live?topic=budget:<id>`. Nobody hears of what they may not read: each
 * topic is asked for through the operation (or rule) it is registered with, at the beginning and at every sign of
 * life, so that a session that is ended, or trust that is taken back, ends the stream within a minute.
 */
export function createLive(application: Application, options: LiveOptions = {}): Live {
  const { heartbeat = 25_000, callerOf = restCaller } = options
  const { realtime, publicUrl } = application.services
  const rules = [...commonTopics, ...application.registry.modules.flatMap((module) => module.topics ?? [])]
  for (const rule of rules) refuseLogged(rule)
  const streams = new Map<EventStream, string>()

  async function mayListen(caller: Caller, topic: string): Promise<boolean> {
    const found = ruleFor(rules, topic)
    if (!found) return false
    const { rule, parts } = found
    if ('allow' in rule) return rule.allow(caller, parts)
    const registered = application.registry.find(rule.operation.name)
    if (!registered) return false
    try {
      await callOperation(application.host, registered.module, rule.operation, parts, caller)
      return true
    } catch (error) {
      if (error instanceof Problem && error.code !== 'unavailable') return false
      throw error
    }
  }

  async function listenerOf(request: Request, requestId: string, topics: readonly string[]) {
    const caller = await callerOf(application, request, requestId)
    if (caller.actor.kind !== 'person') throw new Problem('signInRequired')
    for (const topic of topics) if (!(await mayListen(caller, topic))) throw new Problem('notFound')
    return { userId: caller.actor.userId }
  }

  function follow(stream: EventStream, request: Request, topics: readonly string[]) {
    const { searchParams } = new URL(request.url)
    const seen = request.headers.get('last-event-id') ?? searchParams.get('after')
    const stops = topics.map((topic) => realtime.listen(topic, (message) => stream.change(message)))
    stops.push(realtime.onGap(() => stream.reload(realtime.latest())))
    const missed = seen === null ? [] : realtime.since(seen)?.filter(({ topic }) => topics.includes(topic))
    stream.ready(realtime.latest())
    if (missed && missed.length <= mostRetold) for (const message of missed) stream.change(message)
    else stream.reload(realtime.latest())
    return () => stops.forEach((stop) => stop())
  }

  return {
    open: () => streams.size,
    close: () => streams.forEach((_, stream) => stream.end()),
    async answer(request, requestId) {
      const url = new URL(request.url)
      if (url.pathname !== '/live') return null
      try {
        if (request.method !== 'GET') {
          throw new Problem('methodNotAllowed', {
            detail: 'methodNotAllowed',
            params: { method: request.method, allowed: 'GET' },
          })
        }
        const topics = [...new Set(url.searchParams.getAll('topic'))]
        if (topics.length === 0) throw invalid('input.tooFew', 1)
        if (topics.length > mostTopics) throw invalid('input.tooManyItems', mostTopics)
        const { userId } = await listenerOf(request, requestId, topics)
        if ([...streams.values()].filter((each) => each === userId).length >= mostPerPerson) {
          throw new Problem('tooMany', { facts: { retryAfter: 30 } })
        }
        const { stream, body } = openEventStream({
          heartbeat,
          onEnd: () => {
            streams.delete(stream)
            unfollow()
          },
          mayGoOn: () =>
            listenerOf(request, requestId, topics).then(
              (still) => still.userId === userId,
              // While the database is away nobody can be asked; nothing is said meanwhile either.
              (error: unknown) => !(error instanceof Problem) || error.code === 'unavailable',
            ),
        })
        streams.set(stream, userId)
        const unfollow = follow(stream, request, topics)
        request.signal.addEventListener('abort', () => stream.end())
        // Gone while it was asked who they are: that is told once only.
        if (request.signal.aborted) stream.end()
        return new Response(body, {
          headers: {
            'content-type': 'text/event-stream; charset=utf-8',
            'cache-control': 'no-store',
            // A proxy that collects answers before it gives them on would keep everything back.
            'x-accel-buffering': 'no',
          },
        })
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        const language = languageFromHeader(request.headers.get('accept-language'))
        return problemAnswer(error, { language, texts: null, requestId, publicUrl })
      }
    },
  }
}

function invalid(message: string, limit: number): Problem {
  return new Problem('invalidInput', { issues: [{ path: ['topic'], message, params: { limit } }] })
}

/** Asking who may listen happens again and again: with a logged operation it would fill the log. */
function refuseLogged(rule: TopicRule) {
  if ('operation' in rule && rule.operation.audit) {
    throw new Error(`The topic ${rule.pattern} asks by ${rule.operation.name}, which is logged.`)
  }
}
