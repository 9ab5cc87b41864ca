import type { Logger } from 'pino'
import type { AuditSentences } from '../audit/sentences.ts'
import type { AttemptResult } from '../auth/attempts.ts'
import type { Limit } from '../auth/limits.ts'
import type { Sealer } from '../auth/secret.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Language } from '../i18n/languages.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import type { Realtime } from '../realtime/realtime.ts'
import type { SystemStatus } from '../system/system-status.ts'
import type { DeclaredProcessing } from './processing.ts'

/** What the platform offers an operation besides the database. */
export type Services = {
  log: Logger
  realtime: Realtime
  jobs: JobQueue
  files: FileStore
  mail: {
    /** Is there a mail server in the settings? Without one, mails stay in the outbox. */
    sending: boolean
    /** Mails have been written (and committed): they may be sent now. */
    nudge(): void
  }
  /** The address people reach this system at, without a slash at the end. */
  publicUrl: string
  /** Keyed one-way hash, for what must be recognised later but not be readable (suppression, attempts). */
  keyedHash(text: string): string
  /**
   * Counts an attempt at something that may be tried so often and no more. Asked in `prepare`, before the transaction: it
   * counts also what comes to nothing.
   */
  limit(key: string, rule: Limit): Promise<AttemptResult>
  /** Seals short texts that nobody may read from the database alone, and opens them again. */
  sealer: Sealer
  /** What entries of the audit log say, in words. */
  auditSentences: AuditSentences
  /** What the modules declare that personal data is handled for. */
  processing(language: Language): DeclaredProcessing[]
  /** How the installation is doing, for the one operation that tells it. */
  systemStatus(): Promise<SystemStatus>
}
