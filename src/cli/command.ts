import { OperatorProblem } from '../platform/operator-problem.ts'
import type { Language } from '../platform/i18n/languages.ts'
import type { Terminal } from './terminal.ts'

/**
 * A command that is not an operation of the database: `backup`, `budget check`. It lies in `commands/`, in a file
 * named after it (`budget-check.ts`), as a constant called `command`; nothing else has to know of it.
 */
export type Command = {
  name: string
  /** One sentence, for the list. */
  summary: Record<Language, string>
  /** How it is written and what can be said with it, for `kansli help <name>`. */
  help: Record<Language, string>
  /**
   * @param words what stands after the name
   * @returns the exit code: 0 when it went well, 1 when it did not
   * @throws `WrongUse` when it was asked for in a way that cannot be understood: exit code 2
   */
  run(words: readonly string[], terminal: Terminal): Promise<number>
}

/** It was asked for in a way that cannot be understood. The message says what to do instead. */
export class WrongUse extends Error {}

/** It could not be done, for a reason the person can be told. */
export class CannotBeDone extends OperatorProblem {}
