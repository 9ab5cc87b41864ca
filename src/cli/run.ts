import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isLanguage, type Language } from '../platform/i18n/languages.ts'
import { OperatorProblem } from '../platform/operator-problem.ts'
import { WrongUse, type Command } from './command.ts'
import { cliTexts } from './messages/cli.ts'
import { processTerminal, type Terminal } from './terminal.ts'

/**
 * Does what the command line asks for.
 * @returns the exit code: 0 it went well, 1 it could not be done, 2 it was asked for in a way that cannot be understood
 */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal = processTerminal(languageOf(args, process.env)),
): Promise<number> {
  try {
    return await dispatch(args, terminal)
  } catch (error) {
    if (terminal.signal.aborted) terminal.error(`${cliTexts.in(terminal.language)('interrupted')}\n`)
    else terminal.error(`${sentenceFor(error, terminal)}\n`)
    return error instanceof WrongUse ? 2 : 1
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<number> {
  const { before, words } = ownOptions(args)
  const wanted = before.get('language')
  if (wanted !== undefined && !isLanguage(wanted)) {
    throw new WrongUse(cliTexts.in(terminal.language)('wrong.language', { value: wanted }))
  }
  if (words.length === 0 || (words[0] === 'help' && words.length === 1)) {
    return (await import('./help.ts')).listEverything(terminal)
  }
  if (words[0] === 'help') return (await import('./help.ts')).helpOn(words.slice(1), terminal)
  const special = await findCommand(words)
  if (special) return special.command.run(special.rest, terminal)
  return (await import('./call-operation.ts')).callFromWords(words, before, terminal)
}

/** The command that the first words name: `budget check` before `budget`. */
export async function findCommand(
  words: readonly string[],
): Promise<{ command: Command; rest: readonly string[] } | null> {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join('-')
    if (words.length < length || !/^[a-z]+(-[a-z]+)*$/.test(name)) continue
    const file = join(import.meta.dirname, 'commands', `${name}.ts`)
    if (!existsSync(file)) continue
    const { command } = (await import(file)) as { command: Command }
    return { command, rest: words.slice(length) }
  }
  return null
}

/**
 * What is said before the first word is for the command line itself; after it, a name may be a field's.
 * `--language` is understood wherever it stands.
 */
function ownOptions(args: readonly string[]): { before: Map<string, string>; words: readonly string[] } {
  const before = new Map<string, string>()
  let at = 0
  while (args[at]?.startsWith('--')) {
    const [name = '', value] = args[at]!.slice(2).split(/=(.*)/s)
    if (name === 'help') return { before, words: ['help', ...args.slice(at + 1)] }
    before.set(name, value ?? args[at + 1] ?? '')
    at += value === undefined ? 2 : 1
  }
  return { before, words: args.slice(at) }
}

/** The language asked for, else the machine's: English where it is set to English, Swedish everywhere else. */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  for (const [at, arg] of args.entries()) {
    const value = arg === '--language' ? args[at + 1] : arg.startsWith('--language=') ? arg.slice(11) : null
    if (isLanguage(value)) return value
  }
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^en([_.@-]|$)/i.test(locale) ? 'en' : 'sv'
}

function sentenceFor(error: unknown, terminal: Terminal): string {
  if (error instanceof WrongUse || error instanceof OperatorProblem) return error.message
  const reason = error instanceof Error ? error.message : String(error)
  if (terminal.env['LOG_LEVEL'] === 'debug' && error instanceof Error) terminal.error(`${error.stack}\n`)
  return cliTexts.in(terminal.language)('unexpected', { reason })
}
