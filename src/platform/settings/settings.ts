import { join, resolve } from 'node:path'
import { z } from 'zod'
import { OperatorProblem } from '../operator-problem.ts'
import { projectRoot } from '../root.ts'

const serverAddress = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'must be an address such as postgres://user:password@machine:5432/kansli',
})
const port = 'must be a whole number from 0 to 65535 (0 lets the system choose)'
const proxies = 'must be a whole number from 0 to 5'
const yesOrNo = z.enum(['yes', 'no'], { error: 'must be yes or no' })

const environment = z.object({
  PORT: z.coerce.number({ error: port }).int(port).min(0, port).max(65535, port).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  KANSLI_DATA: z.string().min(1).default(join(projectRoot, '.data')),
  DATABASE_URL: serverAddress.optional(),
  DATABASE_REPLICA_URL: serverAddress.optional(),
  /** The address people use, when a proxy stands in front. */
  KANSLI_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://kansli.example.org' })
    .refine((address) => !URL.canParse(address) || new URL(address).href === `${new URL(address).origin}/`, {
      error: 'must be an address without anything after the machine, such as https://kansli.example.org',
    })
    .optional(),
  /** Signs cookies and encrypts secrets. Made and kept in the data folder when not given. */
  KANSLI_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** `yes` (default on an empty system) shows the invented district; `no` starts with an empty system. */
  KANSLI_DEMO: yesOrNo.optional(),
  /** `no` when the person at the machine makes backups in another way. */
  KANSLI_BACKUPS: yesOrNo.default('yes'),
  /** Who knows it reads /metrics from another machine. */
  KANSLI_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  /** How many proxies in front may be believed about the caller's address. */
  KANSLI_PROXIES: z.coerce.number({ error: proxies }).int(proxies).min(0, proxies).max(5, proxies).default(0),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address such as smtps://user:password@machine:465' })
    .optional(),
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
  backups: boolean
  metricsToken: string | null
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
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`)
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
    // As browsers write it, or no form would seem to come from here.
    publicUrl: read.KANSLI_URL ? new URL(read.KANSLI_URL).origin : null,
    secret: read.KANSLI_SECRET ?? null,
    demo: read.KANSLI_DEMO === undefined ? null : read.KANSLI_DEMO === 'yes',
    backups: read.KANSLI_BACKUPS === 'yes',
    metricsToken: read.KANSLI_METRICS_TOKEN ?? null,
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
