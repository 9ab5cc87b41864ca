import { join, resolve } from 'node:path'
import { z } from 'zod'
import { OperatorProblem } from '../operator-problem.ts'
import { projectRoot } from '../root.ts'

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  KANSLI_DATA: z.string().min(1).default(join(projectRoot, '.data')),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_REPLICA_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The address people use, when a proxy stands in front. */
  KANSLI_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Signs cookies and encrypts secrets. Made and kept in the data folder when not given. */
  KANSLI_SECRET: z.string().min(32).optional(),
  /** `yes` (default on an empty system) shows the invented district; `no` starts with an empty system. */
  KANSLI_DEMO: z.enum(['yes', 'no']).optional(),
  /** How many proxies in front may be believed about the caller's address. */
  KANSLI_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('Kansli <kansli@localhost>'),
  OIDC_NAME: z.string().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type Settings = {
  port: number
  host: string
  /** Absolute path of the folder with everything that is not in the code. */
  dataFolder: string
  databaseUrl: string | null
  databaseReplicaUrl: string | null
  publicUrl: string | null
  secret: string | null
  demo: boolean | null
  proxies: number
  mail: { smtpUrl: string | null; from: string }
  oidc: { name: string; issuer: string; clientId: string; clientSecret: string } | null
  logLevel: z.infer<typeof environment>['LOG_LEVEL']
}

/** What is wrong in the environment, one sentence a variable. */
export class SettingsProblem extends OperatorProblem {}

/**
 * Reads the settings from environment variables. Empty strings count as not given.
 * @throws {SettingsProblem} naming every variable that cannot be used
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new SettingsProblem(`These settings cannot be used:\n${lines.join('\n')}`)
  }
  const read = parsed.data
  const oidc = [read.OIDC_ISSUER, read.OIDC_CLIENT_ID, read.OIDC_CLIENT_SECRET]
  if (oidc.some(Boolean) && !oidc.every(Boolean)) {
    throw new SettingsProblem('OIDC needs all of OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.')
  }
  return {
    port: read.PORT,
    host: read.HOST,
    dataFolder: resolve(read.KANSLI_DATA),
    databaseUrl: read.DATABASE_URL ?? null,
    databaseReplicaUrl: read.DATABASE_REPLICA_URL ?? null,
    publicUrl: read.KANSLI_URL?.replace(/\/$/, '') ?? null,
    secret: read.KANSLI_SECRET ?? null,
    demo: read.KANSLI_DEMO === undefined ? null : read.KANSLI_DEMO === 'yes',
    proxies: read.KANSLI_PROXIES,
    mail: { smtpUrl: read.SMTP_URL ?? null, from: read.MAIL_FROM },
    oidc:
      read.OIDC_ISSUER && read.OIDC_CLIENT_ID && read.OIDC_CLIENT_SECRET
        ? {
            name: read.OIDC_NAME ?? new URL(read.OIDC_ISSUER).hostname,
            issuer: read.OIDC_ISSUER,
            clientId: read.OIDC_CLIENT_ID,
            clientSecret: read.OIDC_CLIENT_SECRET,
          }
        : null,
    logLevel: read.LOG_LEVEL,
  }
}
