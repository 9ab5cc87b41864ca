import { join } from 'node:path'
import type { z } from 'zod'
import { modules } from './modules/modules.ts'
import { inventedOrganisations, organisationsOf } from './modules/organisation/index.ts'
import { automaticBackups, type AutomaticBackups } from './platform/backup/automatic-backups.ts'
import { settleRestore } from './platform/backup/settle-restore.ts'
import { createAccounts, type Accounts } from './platform/auth/accounts.ts'
import { limitAttempts } from './platform/auth/attempts.ts'
import { keyedHash, readSecret, sealer } from './platform/auth/secret.ts'
import { openDatabase, type Database } from './platform/database/database.ts'
import type { RunningEngine } from './platform/database/engine/start-engine.ts'
import { migrate } from './platform/database/migrate.ts'
import { folderStore } from './platform/files/folder-store.ts'
import { laterQueue } from './platform/jobs/later-queue.ts'
import type { ScheduledTask } from './platform/jobs/job-queue.ts'
import { auditSentences } from './platform/audit/sentences.ts'
import { createLog } from './platform/logging/log.ts'
import { smtpServer } from './platform/mail/mail-server.ts'
import { createMailSender, type MailSender } from './platform/mail/mail-sender.ts'
import { callOperation, type Caller, type OperationHost } from './platform/operations/call.ts'
import type { Operation } from './platform/operations/operation.ts'
import { declaredProcessing } from './platform/operations/processing.ts'
import { createRegistry, type Registry } from './platform/operations/registry.ts'
import type { Services } from './platform/operations/services.ts'
import { inProcessRealtime } from './platform/realtime/in-process.ts'
import { realtimeOverServer } from './platform/realtime/over-server.ts'
import type { Settings } from './platform/settings/settings.ts'
import { systemStatus } from './platform/system/system-status.ts'

/** Everything put together: what the server, the command line and the tests start from. */
export type Application = {
  settings: Settings
  database: Database
  registry: Registry
  accounts: Accounts
  services: Services
  host: OperationHost
  backups: AutomaticBackups
  call<Input extends z.ZodType, Output extends z.ZodType>(
    operation: Operation<Input, Output>,
    input: z.input<Input>,
    caller: Caller,
  ): Promise<z.output<Output>>
  /** Sends the mails that wait, where a mail server is set and this process sends any. */
  sendMails(): Promise<void>
  close(): Promise<void>
}

export type ApplicationOptions = {
  /** An embedded engine that starts already. */
  engine?: Promise<RunningEngine> | null
  /** Start workers for queued operations and scheduled tasks (the server does, the command line does not). */
  jobs?: boolean
  tasks?: (application: Application) => readonly ScheduledTask[]
  onStep?: (line: string) => void
  now?: () => Date
  /** Told of every operation and how it ended, for counting. */
  observe?: OperationHost['observe']
}

/** Opens the database, brings it up to date and wires the parts together. */
export async function openApplication(
  settings: Settings,
  options: ApplicationOptions = {},
): Promise<Application> {
  const log = createLog(settings.logLevel)
  const publicUrl = settings.publicUrl ?? `http://localhost:${settings.port}`
  const database = await openDatabase({ ...settings, engine: options.engine ?? null }, (sentence) =>
    log.warn(sentence),
  )
  const files = folderStore(join(settings.dataFolder, 'files'))
  await settleRestore(settings.dataFolder, database.pool, files)
  const secret = readSecret(settings.dataFolder, settings.secret)
  const hash = keyedHash(secret)
  const now = options.now ?? (() => new Date())
  const backups = automaticBackups({
    database,
    dataFolder: settings.dataFolder,
    files,
    secret: { value: secret, included: settings.secret === null },
    log,
    now,
    enabled: settings.backups,
  })
  await migrate(database, options.onStep, backups.makeBeforeUpdate)
  const realtime = settings.databaseUrl
    ? await realtimeOverServer(settings.databaseUrl, database.pool, log)
    : inProcessRealtime()
  const registry = createRegistry(modules)
  const queue = laterQueue(log)
  let mails: MailSender | null = null
  const services: Services = {
    log,
    realtime,
    files,
    mail: { sending: settings.mail.smtpUrl !== null, nudge: () => mails?.nudge() },
    jobs: queue,
    publicUrl,
    keyedHash: hash,
    limit: limitAttempts(database.pool, hash),
    sealer: sealer(secret),
    auditSentences: auditSentences(registry),
    processing: (language) => declaredProcessing(registry.modules, language),
    systemStatus: systemStatus({ database, backups, startedAt: now() }),
  }
  const host: OperationHost = {
    database: {
      owner: database.owner,
      replica: database.replica,
    },
    services,
    now,
    ...(options.observe ? { observe: options.observe } : {}),
  }
  const accounts = createAccounts({
    pool: database.pool,
    database: database.owner,
    settings,
    secret,
    publicUrl,
    log,
    keyedHash: hash,
    now: host.now,
    organisationsOf: (userId) => organisationsOf(database.owner, userId, host.now()),
    mailWaits: services.mail.nudge,
  })
  const application: Application = {
    settings,
    database,
    registry,
    accounts,
    services,
    host,
    backups,
    call: (operation, input, caller) => {
      const registered = registry.find(operation.name)
      if (!registered) throw new Error(`The operation ${operation.name} is not in the registry.`)
      return callOperation(host, registered.module, operation, input, caller)
    },
    sendMails: async () => mails?.send(),
    async close() {
      await queue.stop()
      await mails?.stop()
      await accounts.background.settled()
      await realtime.close()
      await database.close()
    },
  }
  if (options.jobs && settings.mail.smtpUrl) {
    mails = createMailSender({
      database: database.owner,
      server: smtpServer(settings.mail.smtpUrl, settings.mail.from),
      log,
      now: host.now,
      invented: () => inventedOrganisations(database.owner),
    })
  }
  if (options.jobs) {
    queue.open({
      pool: database.pool,
      embedded: database.kind === 'embedded',
      log,
      tasks: options.tasks?.(application) ?? [],
      async call(job) {
        const registered = registry.find(job.operation)
        if (!registered) throw new Error(`A job asks for ${job.operation}, which does not exist.`)
        await callOperation(host, registered.module, registered.operation, job.input, {
          actor: { kind: 'job', name: job.operation },
          organisationId: job.organisationId,
          language: 'sv',
        })
      },
    })
  }
  return application
}
