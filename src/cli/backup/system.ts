import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readSecret } from '../../platform/auth/secret.ts'
import { openDatabase, type Database } from '../../platform/database/database.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { folderStore } from '../../platform/files/folder-store.ts'
import { readSettings, type Settings } from '../../platform/settings/settings.ts'
import { WrongUse } from '../command.ts'
import type { Terminal } from '../terminal.ts'
import { takeApart } from '../words.ts'
import { backupTexts } from './messages/backup.ts'

/** What a backup is made of, opened without changing anything: no table gets a new shape. */
export type System = {
  settings: Settings
  database: Database
  files: FileStore
  /** The secret where this machine knows it, and whether it lies in the data folder. */
  secret: { value: string; included: boolean }
}

/** A day: one statement of a restore may take long, and nobody else waits. */
const silence = 24 * 60 * 60_000

export async function withSystem<Result>(
  terminal: Terminal,
  work: (system: System) => Promise<Result>,
): Promise<Result> {
  const settings = readSettings(terminal.env)
  const { dataFolder } = settings
  const kept = settings.secret === null && existsSync(join(dataFolder, 'secret'))
  const value = settings.secret ?? (kept ? readSecret(dataFolder, null) : '')
  const database = await openDatabase({ ...settings, engineSilence: silence })
  try {
    return await work({
      settings,
      database,
      files: folderStore(join(dataFolder, 'files')),
      secret: { value, included: kept },
    })
  } finally {
    await database.close()
  }
}

/**
 * Takes apart what was said: one file, and options that are said or not.
 * @throws {WrongUse} when something else was said
 */
export function oneFile(
  args: readonly string[],
  names: readonly string[],
  usage: string,
  terminal: Terminal,
): { file: string; said: ReadonlySet<string> } {
  const t = backupTexts.in(terminal.language)
  // An option here is only said; what stands after it is a word of its own.
  const marked = args.flatMap((arg) => (arg.startsWith('--') && !arg.includes('=') ? [`${arg}=true`] : [arg]))
  const { words, options } = takeApart(marked)
  options.delete('language')
  for (const name of options.keys()) {
    if (!names.includes(name))
      throw new WrongUse(t('unknownOption', { name, names: names.map((each) => `--${each}`).join(', ') }))
  }
  const [file, ...more] = words
  if (!file || more.length > 0) throw new WrongUse(t('needsFile', { usage }))
  return { file, said: new Set(options.keys()) }
}
