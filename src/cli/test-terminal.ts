import type { Language } from '../platform/i18n/languages.ts'
import { runCommandLine } from './run.ts'
import type { Terminal } from './terminal.ts'

export type Ran = { code: number; out: string; error: string }

/** Runs the command line as a person would, and gives back what was said. */
export async function runIn(
  env: NodeJS.ProcessEnv,
  args: readonly string[],
  options: { language?: Language; width?: number | null; input?: string } = {},
): Promise<Ran> {
  const said = { out: '', error: '' }
  const terminal: Terminal = {
    language: options.language ?? 'sv',
    width: options.width ?? null,
    env,
    out: (text) => void (said.out += text),
    error: (text) => void (said.error += text),
    input: async () => options.input ?? '',
    progress: () => ({ report: () => undefined, done: () => undefined }),
    signal: new AbortController().signal,
  }
  const code = await runCommandLine(args, terminal)
  return { code, ...said }
}
