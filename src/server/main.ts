import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import * as build from 'virtual:react-router/server-build'
import { takeLock } from '#platform/database/engine/exclusive-lock.ts'
import { createMetrics } from '#platform/http/metrics.ts'
import { PageCache } from '#platform/http/page-cache.ts'
import { readSettings } from '#platform/settings/settings.ts'
import { openApplication } from '../application.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { accountPagesFor } from './account-pages.ts'
import { createListener } from './listener.ts'
import { createLive } from './live.ts'
import { scheduledTasks } from './scheduled-tasks.ts'
import { createSetUpGate } from './set-up-gate.ts'
import { createRest } from './rest.ts'

const settings = readSettings()
const lock = settings.databaseUrl ? null : takeLock(join(settings.dataFolder, 'server.lock'))
const addressFile = join(settings.dataFolder, 'server.json')
if (!settings.databaseUrl && !lock) {
  const { url, pid } = JSON.parse(readFileSync(addressFile, 'utf8')) as { url: string; pid: number }
  process.stderr.write(
    `Kansli already runs on this data, at ${url} (process ${pid}). Nothing was changed.\n` +
      `Stop that one first, or choose another folder with KANSLI_DATA.\n`,
  )
  process.exit(1)
}

const metrics = createMetrics()
const pages = new PageCache()
let closing = false
const application = await openApplication(settings, {
  jobs: true,
  tasks: scheduledTasks,
  onStep: (line) => process.stderr.write(`${line}\n`),
  observe: (operation, outcome) => metrics.operations.inc({ operation, outcome }),
})
// The demo comes with the first start of an empty system; a system set up without it never gets it.
if (settings.demo !== false && (await loadDemo(application))) process.stderr.write('Loaded the invented district.\n')
const { gate, code } = await createSetUpGate(application)
const live = createLive(application)
const server = createServer(
  createListener({
    application,
    build,
    pages,
    metrics,
    fixed: { application, metrics, closing: () => closing },
    accountPages: accountPagesFor(application, gate),
    rest: createRest(application),
    live: live.answer,
  }),
)
server.listen(settings.port, settings.host, () => {
  const { port } = server.address() as AddressInfo
  const host = settings.host === '127.0.0.1' ? 'localhost' : settings.host
  const url = settings.publicUrl ?? `http://${host}:${port}`
  if (lock) writeFileSync(addressFile, JSON.stringify({ url, pid: process.pid }))
  process.stdout.write(`Kansli is ready: ${url}\n`)
  if (code)
    process.stdout.write(
      `To make it yours (this link works until the next start): ${url}/set-up?code=${code}\n`,
    )
})

async function stop() {
  if (closing) return
  closing = true
  live.close()
  server.close()
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), 5_000).unref()
  await application.close()
  rmSync(addressFile, { force: true })
  lock?.release()
  process.exit(0)
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
