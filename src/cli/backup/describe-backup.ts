import { statSync } from 'node:fs'
import type { VerifiedBackup } from '../../platform/backup/verify-backup.ts'
import type { Terminal } from '../terminal.ts'
import { backupTexts } from './messages/backup.ts'

/** What a backup holds, in a few lines. */
export function describeBackup(backup: VerifiedBackup, path: string, terminal: Terminal): string {
  const { header, manifest } = backup
  return backupTexts.in(terminal.language)('contents', {
    tables: manifest.tables.length,
    rows: backup.rows,
    files: manifest.files.length,
    megabytes: (statSync(path).size / 1_000_000).toFixed(1),
    createdAt: momentOf(header.createdAt, terminal),
    program: header.program,
    sha256: backup.sha256,
  })
}

/** A moment as it is on the clock of this machine. */
export function momentOf(iso: string, terminal: Terminal): string {
  const locale = terminal.language === 'sv' ? 'sv-SE' : 'en-GB'
  return new Date(iso).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' })
}
