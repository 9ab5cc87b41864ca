import { existsSync, rmSync, statSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { backupName } from '../../platform/backup/retention.ts'
import { withPicture } from '../../platform/backup/source.ts'
import { verifyBackup } from '../../platform/backup/verify-backup.ts'
import { writeBackup } from '../../platform/backup/write-backup.ts'
import { CannotBeDone } from '../command.ts'
import type { Terminal } from '../terminal.ts'
import { describeBackup } from './describe-backup.ts'
import { backupTexts } from './messages/backup.ts'
import { oneFile, withSystem, type System } from './system.ts'

/** `kansli backup`: writes the file, reads it from end to end, and gives it its name. */
export async function backUp(args: readonly string[], terminal: Terminal): Promise<number> {
  const t = backupTexts.in(terminal.language)
  const { file, said } = oneFile(args, ['overwrite'], 'kansli backup <fil>', terminal)
  const now = new Date()
  const path = existsSync(file) && statSync(file).isDirectory() ? join(file, backupName(now)) : resolve(file)
  if (existsSync(path) && !said.has('overwrite')) throw new CannotBeDone(t('exists', { path }))
  return withSystem(terminal, async (system) => {
    if (!(await isInUse(system))) throw new CannotBeDone(t('nothing'))
    const unread = `${path}.unread`
    try {
      const { missingFiles } = await write(system, unread, now, terminal)
      const verifying = terminal.progress(t('verifying'))
      const verified = await verifyBackup(unread, verifying.report).finally(verifying.done)
      await rename(unread, path)
      terminal.out(`${t('written', { path })}\n${describeBackup(verified, path, terminal)}\n`)
      if (missingFiles > 0) terminal.error(`${t('missingFiles', { count: missingFiles })}\n`)
      if (!system.secret.included) terminal.error(`${t('noSecret')}\n`)
    } finally {
      rmSync(unread, { force: true })
    }
    return 0
  })
}

async function write(system: System, path: string, now: Date, terminal: Terminal) {
  const writing = terminal.progress(backupTexts.in(terminal.language)('writing'))
  const { database, files, secret, settings } = system
  try {
    return await withPicture(database, settings.dataFolder, (source) =>
      writeBackup(path, { source, engine: database.kind, files, secret, now }, terminal.signal),
    )
  } finally {
    writing.done()
  }
}

async function isInUse({ database }: System): Promise<boolean> {
  const { rows } = await database.pool.query<{ yes: boolean }>(
    `select to_regclass('kansli.migration') is not null and to_regclass('file.file') is not null as yes`,
  )
  return rows[0]?.yes ?? false
}
