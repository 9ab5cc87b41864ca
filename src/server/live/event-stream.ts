import type { DeliveredMessage } from '#platform/realtime/realtime.ts'

/** One listener's line, as server-sent events. */
export type EventStream = {
  /** The line is there; what comes after `mark` will be told. */
  ready(mark: string): void
  change(message: DeliveredMessage): void
  /** Something may have been missed: ask for everything again. */
  reload(mark: string): void
  end(): void
}

/** A listener that takes nothing off the line for so many messages is let go; it comes back and reloads. */
const mostWaiting = 500

/**
 * Opens a line that shows signs of life, and ends when it may not go on.
 * @param mayGoOn is asked at every sign of life
 * @param onEnd is told once, however the line ends
 */
export function openEventStream(options: {
  heartbeat: number
  mayGoOn: () => Promise<boolean>
  onEnd: () => void
}): { stream: EventStream; body: ReadableStream<Uint8Array> } {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  let asking = false

  function write(text: string) {
    if (!controller) return
    if ((controller.desiredSize ?? 0) < -mostWaiting) end()
    else controller.enqueue(encoder.encode(text))
  }

  function end() {
    if (!controller) return
    const ended = controller
    controller = null
    clearInterval(timer)
    options.onEnd()
    try {
      ended.close()
    } catch {
      // The reader has gone already; there is nobody left to tell.
    }
  }

  async function beat() {
    write(': \n\n')
    if (asking) return
    asking = true
    try {
      if (!(await options.mayGoOn())) end()
    } finally {
      asking = false
    }
  }

  const body = new ReadableStream<Uint8Array>({
    start(opened) {
      controller = opened
    },
    cancel: end,
  })
  const timer = setInterval(() => void beat(), options.heartbeat)
  timer.unref()

  const event = (name: string, id: string, data: unknown) =>
    write(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
  return {
    body,
    stream: {
      ready(mark) {
        write('retry: 2000\n\n')
        event('ready', mark, {})
      },
      change: ({ id, topic, kind, facts }) => event('change', id, { topic, kind, facts }),
      reload: (mark) => event('reload', mark, {}),
      end,
    },
  }
}
