import { z } from 'zod'
import { readOperation } from '../../operations/operation.ts'

/** How the installation is doing: what runs, the automatic backups, the work in the background. */
export const getSystemStatus = readOperation({
  name: 'get-system-status',
  summary: 'What runs, how the automatic backups and the work in the background are doing.',
  route: 'GET /system/status',
  policy: { allow: 'roles', roles: ['owner'], reach: 'organisation' },
  input: z.object({}),
  output: z.object({
    version: z.string(),
    runtime: z.string(),
    engine: z.enum(['embedded', 'server']),
    databaseVersion: z.string(),
    startedAt: z.date(),
    sendsMail: z.boolean().describe('Is there a mail server in the settings?'),
    backups: z.object({
      on: z.boolean(),
      count: z.number().int(),
      last: z
        .object({ at: z.date(), bytes: z.number().int(), name: z.string() })
        .nullable()
        .describe('Each was read again from end to end before it counted'),
      failedAt: z.date().nullable().describe('When the latest attempt failed, if it did'),
    }),
    jobs: z.array(
      z.object({
        name: z.string(),
        schedule: z.string().nullable().describe('Cron, in Swedish time'),
        waiting: z.number().int(),
        active: z.number().int(),
        failed: z.number().int(),
        lastDone: z.date().nullable(),
        lastFailed: z.date().nullable(),
      }),
    ),
  }),
  example: () => ({}),
  // Before the transaction: it is asked with a connection of its own, which the embedded engine has only one of.
  prepare: ({ services }) => services.systemStatus(),
  async run({ services }, _, { backups, ...status }) {
    return {
      ...status,
      sendsMail: services.mail.sending,
      // Paths and error texts of the machine are for the log, not for a page.
      backups: {
        on: backups.folder !== null,
        count: backups.count,
        last: backups.last,
        failedAt: backups.failure?.at ?? null,
      },
    }
  },
})
