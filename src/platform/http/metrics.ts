import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

export type Metrics = ReturnType<typeof createMetrics>

/** What an operator's monitoring reads at /metrics: counts and times only, nothing about what was said or by whom. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Histogram({
      name: 'kansli_http_request_seconds',
      help: 'Time to answer, by kind of address and status.',
      labelNames: ['area', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    }),
    operations: new Counter({
      name: 'kansli_operations_total',
      help: 'Operations called, by name and how they ended.',
      labelNames: ['operation', 'outcome'],
      registers: [registry],
    }),
    mails: new Gauge({
      name: 'kansli_mails',
      help: 'Mails that wait to be sent, and mails that could not be.',
      labelNames: ['state'],
      registers: [registry],
    }),
    connections: new Gauge({
      name: 'kansli_database_connections',
      help: 'Connections to the database, and requests that wait for one.',
      labelNames: ['state'],
      registers: [registry],
    }),
    lastBackup: new Gauge({
      name: 'kansli_last_backup_timestamp_seconds',
      help: 'When the last automatic backup was made.',
      registers: [registry],
    }),
    backupFailed: new Gauge({
      name: 'kansli_backup_failed',
      help: 'Did the last automatic backup fail (1) or not (0)?',
      registers: [registry],
    }),
  }
}

/** The kind of address a request went to: few values, so that the monitoring is not flooded. */
export function areaOf(path: string): string {
  const first = path.split('/')[1] ?? ''
  return ['api', 'auth', 'assets', 'public', 'budget', 'live', 'account', 'system'].includes(first)
    ? first
    : 'other'
}
