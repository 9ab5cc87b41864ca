import { EventEmitter } from 'node:events'
import type { Realtime, RealtimeMessage } from './realtime.ts'

/** Live updates inside one process: enough on the embedded engine, which only one server can use. */
export function inProcessRealtime(): Realtime {
  const emitter = new EventEmitter()
  emitter.setMaxListeners(0)
  return {
    publish: (topic, message) => void emitter.emit(topic, message),
    listen(topic, listener: (message: RealtimeMessage) => void) {
      emitter.on(topic, listener)
      return () => void emitter.off(topic, listener)
    },
    close: async () => void emitter.removeAllListeners(),
  }
}
