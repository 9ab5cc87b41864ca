import type { Language } from '../platform/i18n/languages.ts'

/** Where the command line speaks: answers to standard output, everything else to standard error. */
export type Terminal = {
  language: Language
  /** Characters a line, when somebody is looking; null when the answer goes to a file or another program. */
  width: number | null
  env: NodeJS.ProcessEnv
  out(text: string): void
  error(text: string): void
  /** What is read from standard input, whole. */
  input(): Promise<string>
  /** Shows how far something has come, when it takes over a second; `done` takes it away. */
  progress(label: string): { report(share: number): void; done(): void }
  /** Aborted when the person presses Ctrl-C. */
  signal: AbortSignal
}

const patience = 1_000

/** The terminal that this process was started in. */
export function processTerminal(language: Language): Terminal {
  const stopping = new AbortController()
  process.once('SIGINT', () => {
    stopping.abort()
    // A second time means at once.
    process.once('SIGINT', () => process.exit(130))
  })
  // A reader that has seen enough (head, less) closes the line; that is no mistake.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return {
    language,
    width: process.stdout.isTTY ? process.stdout.columns : null,
    env: process.env,
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    async input() {
      const chunks: Buffer[] = []
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
      return Buffer.concat(chunks).toString('utf8')
    },
    progress: (label) => progressLine(label),
    signal: stopping.signal,
  }
}

function progressLine(label: string) {
  const watched = process.stderr.isTTY
  let share: number | null = null
  let shown = false
  const draw = () => {
    if (!shown && !watched) process.stderr.write(`${label} …\n`)
    if (watched) process.stderr.write(`\r${label} …${share === null ? '' : ` ${Math.round(share * 100)} %`}`)
    shown = true
  }
  const timer = setInterval(draw, patience)
  timer.unref()
  return {
    report(next: number) {
      share = next
      if (shown && watched) draw()
    },
    done() {
      clearInterval(timer)
      if (shown && watched) process.stderr.write('\r\u{1b}[K')
    },
  }
}
