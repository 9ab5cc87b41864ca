import { WrongUse } from './command.ts'

/** What was written after the command's name: words, and options with what was said for each. */
export type Said = { words: string[]; options: Map<string, string[]> }

/**
 * Takes a command line apart: `--year 2025`, `--year=2025`, `--final` (which means true), the same option several
 * times, and `--` after which everything is a word. A value may begin with a minus sign, but not with two.
 */
export function takeApart(args: readonly string[]): Said {
  const words: string[] = []
  const options = new Map<string, string[]>()
  const say = (name: string, value: string) => options.set(name, [...(options.get(name) ?? []), value])
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]!
    if (arg === '--') {
      words.push(...args.slice(at + 1))
      break
    }
    if (!arg.startsWith('--')) {
      words.push(arg)
      continue
    }
    const equals = arg.indexOf('=')
    if (equals > 0) say(arg.slice(2, equals), arg.slice(equals + 1))
    else {
      const next = args[at + 1]
      if (next === undefined || next.startsWith('--')) say(arg.slice(2), 'true')
      else {
        say(arg.slice(2), next)
        at += 1
      }
    }
  }
  return { words, options }
}

/**
 * The one value of an option, which is taken out.
 * @throws {WrongUse} when it was said twice
 */
export function takeOption({ options }: Said, name: string, twice: string): string | null {
  const values = options.get(name)
  if (!values) return null
  if (values.length > 1) throw new WrongUse(twice)
  options.delete(name)
  return values[0]!
}
