import { EventEmitter } from 'node:events'
import { newId } from '../identifiers.ts'
import type { DeliveredMessage, Realtime } from './realtime.ts'

/** How many messages are remembered for those whose line was down for a moment. */
const remembered = 1_000

/** What is delivered inside one process, whichever way it came here. */
export type LocalRealtime = Realtime & {
  deliver(message: DeliveredMessage): void
  /** Something may have been missed: nobody is told what came before now. */
  gap(): void
}

/** Live updates inside one process: enough on the embedded engine, which only one server can use. */
export function inProcessRealtime(): LocalRealtime {
  const emitter = new EventEmitter()
  emitter.setMaxListeners(0)
  let past: DeliveredMessage[] = []
  let start = newId()

  function deliver(message: DeliveredMessage) {
    past.push(message)
    if (past.length > remembered) start = past.shift()!.id
    emitter.emit(`topic ${message.topic}`, message)
  }

  return {
    deliver,
    publish: (topic, message) => deliver({ id: newId(), topic, ...message }),
    listen(topic, listener) {
      emitter.on(`topic ${topic}`, listener)
      return () => void emitter.off(`topic ${topic}`, listener)
    },
    onGap(listener) {
      emitter.on('gap', listener)
      return () => void emitter.off('gap', listener)
    },
    gap() {
      past = []
      start = newId()
      emitter.emit('gap')
    },
    latest: () => past.at(-1)?.id ?? start,
    since(mark) {
      if (mark === start) return [...past]
      const index = past.findIndex((message) => message.id === mark)
      return index < 0 ? null : past.slice(index + 1)
    },
    close: async () => void emitter.removeAllListeners(),
  }
}
