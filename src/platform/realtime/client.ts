/**
 * Live updates in the browser: one line to the server for what a page shows. Only a hint comes through it; the
 * page then asks for the data as it would otherwise. Works as if it were not there when the line cannot be had.
 */
export type LiveMessage = {
  topic: string
  /** What happened; `reload` when something may have been missed and everything should be asked for again. */
  kind: string
  facts: Record<string, string | number | boolean | null>
}

const shortestWait = 1_000
const longestWait = 60_000
/** A page nobody looks at lets go of its line after a while; it asks for what it missed when it is looked at. */
const hiddenFor = 120_000

/**
 * Listens to topics (`budget:<id>`) until the returned function is called. Reconnects by itself, with growing
 * pauses; lets go while the page is hidden.
 * @param onLine is told when the line is there and when it is lost
 */
export function listenLive(
  topics: string | readonly string[],
  listener: (message: LiveMessage) => void,
  onLine: (connected: boolean) => void = () => undefined,
): () => void {
  const wanted = typeof topics === 'string' ? [topics] : topics
  let source: EventSource | null = null
  let lastId = ''
  let wait = shortestWait
  let timer: ReturnType<typeof setTimeout> | undefined

  function open() {
    clearTimeout(timer)
    if (source) return
    const query = new URLSearchParams(wanted.map((topic) => ['topic', topic]))
    // A line that the browser opens anew by itself says what it has seen; one that we open must be told.
    if (lastId) query.set('after', lastId)
    source = new EventSource(`/live?${query}`)
    source.addEventListener('ready', (event) => {
      wait = shortestWait
      seen(event)
      onLine(true)
    })
    source.addEventListener('change', (event) => {
      seen(event)
      listener(JSON.parse(event.data as string) as LiveMessage)
    })
    source.addEventListener('reload', (event) => {
      seen(event)
      for (const topic of wanted) listener({ topic, kind: 'reload', facts: {} })
    })
    source.addEventListener('error', () => {
      onLine(false)
      // While it is connecting, the browser tries by itself; closed means that the server said no.
      if (source?.readyState !== 2) return
      close()
      // Spread out, so that a server that comes back is not met by everybody at once.
      timer = setTimeout(open, wait * (0.75 + Math.random() / 2))
      wait = Math.min(wait * 2, longestWait)
    })
  }

  function seen(event: MessageEvent) {
    if (event.lastEventId) lastId = event.lastEventId
  }

  function close() {
    clearTimeout(timer)
    source?.close()
    source = null
  }

  function onVisibility() {
    if (document.visibilityState === 'visible') open()
    else timer = setTimeout(close, hiddenFor)
  }

  document.addEventListener('visibilitychange', onVisibility)
  window.addEventListener('online', open)
  if (document.visibilityState === 'visible') open()
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    window.removeEventListener('online', open)
    close()
  }
}
