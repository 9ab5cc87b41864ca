import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { isEmpty, restore } from '../../platform/backup/restore.ts'
import { verifyBackup, type VerifiedBackup } from '../../platform/backup/verify-backup.ts'
import { takeLock } from '../../platform/database/engine/exclusive-lock.ts'
import { readSettings, type Settings } from '../../platform/settings/settings.ts'
import { CannotBeDone } from '../command.ts'
import type { Terminal } from '../terminal.ts'
import { describeBackup, momentOf } from './describe-backup.ts'
import { backupTexts } from './messages/backup.ts'
import { oneFile, withSystem, type System } from './system.ts'

/** `kansli restore`: reads the whole file first, asks, then puts everything in place or nothing. */
export async function restoreBackup(args: readonly string[], terminal: Terminal): Promise<number> {
  const t = backupTexts.in(terminal.language)
  const { file, said } = oneFile(args, ['verify', 'replace', 'yes'], 'kansli restore <fil>', terminal)
  const path = resolve(file)
  const verifying = terminal.progress(t('verifying'))
  const verified = await verifyBackup(path, verifying.report).finally(verifying.done)
  terminal.out(`${t('whole', { path })}\n${describeBackup(verified, path, terminal)}\n`)
  if (said.has('verify')) return 0
  const settings = readSettings(terminal.env)
  const release = takeAlone(settings, terminal)
  try {
    return await withSystem(terminal, async (system) => {
      await refuseBesideServers(system, terminal)
      await agree(system, verified, said, terminal)
      await putInPlace(system, path, verified, terminal)
      return 0
    })
  } finally {
    release()
  }
}

async function putInPlace(system: System, path: string, verified: VerifiedBackup, terminal: Terminal) {
  const t = backupTexts.in(terminal.language)
  const restoring = terminal.progress(t('restoring'))
  const { settings, database, files } = system
  const restored = await restore(
    path,
    verified,
    { database, dataFolder: settings.dataFolder, files, givenSecret: settings.secret },
    (share) => {
      terminal.signal.throwIfAborted()
      restoring.report(share)
    },
  ).finally(restoring.done)
  terminal.out(`${t('restored', restored)}\n`)
  if (restored.secretDiffers) terminal.error(`${t('secretDiffers')}\n`)
}

/** On the embedded database no server may start meanwhile: its lock is taken. */
function takeAlone({ dataFolder, databaseUrl }: Settings, terminal: Terminal): () => void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  if (databaseUrl) return () => undefined
  const lock = takeLock(join(dataFolder, 'server.lock'))
  if (!lock) throw new CannotBeDone(backupTexts.in(terminal.language)('running'))
  return () => lock.release()
}

/** Servers that share a PostgreSQL server are seen by the line each keeps for live updates. */
async function refuseBesideServers({ database }: System, terminal: Terminal): Promise<void> {
  if (database.kind === 'embedded') return
  const { rows } = await database.pool.query(
    `select from pg_stat_activity where datname = current_database() and application_name = 'kansli realtime'`,
  )
  if (rows.length > 0) throw new CannotBeDone(backupTexts.in(terminal.language)('running'))
}

async function agree(
  { database, settings }: System,
  verified: VerifiedBackup,
  said: ReadonlySet<string>,
  terminal: Terminal,
): Promise<void> {
  const t = backupTexts.in(terminal.language)
  if (await isEmpty(database)) return
  if (!said.has('replace')) throw new CannotBeDone(t('notEmpty'))
  if (said.has('yes')) return
  if (!process.stdin.isTTY) throw new CannotBeDone(t('needsYes'))
  const where = settings.databaseUrl
    ? t('whereServer', { host: new URL(settings.databaseUrl).host })
    : t('whereFolder', { folder: settings.dataFolder })
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await lines.question(
    t('replaceQuestion', { where, createdAt: momentOf(verified.header.createdAt, terminal) }),
    { signal: terminal.signal },
  )
  lines.close()
  if (answer.trim() !== t('replaceWord')) throw new CannotBeDone(t('notReplaced'))
}
