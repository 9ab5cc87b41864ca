import type { ServerBuild } from 'react-router'
import { createMetrics } from '#platform/http/metrics.ts'
import { PageCache } from '#platform/http/page-cache.ts'
import type { Settings } from '#platform/settings/settings.ts'
import { openApplication, type Application } from '../application.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { accountPagesFor } from './account-pages.ts'
import type { Begun } from './begin.ts'
import { createListener } from './listener.ts'
import { createLive } from './live.ts'
import { createRest } from './rest.ts'
import { scheduledTasks } from './scheduled-tasks.ts'
import { createSetUpGate } from './set-up-gate.ts'
import { step } from './steps.ts'
import { stopping } from './stop.ts'
import { watchPublications } from './watch-publications.ts'

/**
 * Starts the web server and stays with it until it is told to stop.
 * @throws `OperatorProblem` when the person at the machine must do something first
 */
export async function startServer(
  build: ServerBuild,
  { settings, folder, listening, engine }: Begun,
): Promise<void> {
  const metrics = createMetrics()
  const application = await step('Opening the database', () =>
    openApplication(settings, {
      jobs: true,
      engine,
      tasks: scheduledTasks,
      observe: (operation, outcome) => metrics.operations.inc({ operation, outcome }),
    }),
  )
  // The demo comes with the first start of an empty system; a system set up without it never gets it.
  if (settings.demo !== false) await step('Loading the invented district', () => loadDemo(application))
  const { gate, code } = await createSetUpGate(application)
  const live = createLive(application)
  const pages = new PageCache()
  const stopWatching = watchPublications(application, pages)
  const stop = stopping(listening.server, live.close, async () => {
    stopWatching()
    await application.close()
    folder.release()
  })
  listening.answerWith(
    createListener({
      application,
      build,
      pages,
      metrics,
      fixed: { application, metrics, closing: () => stop.begun },
      accountPages: accountPagesFor(application, gate),
      rest: createRest(application),
      live: live.answer,
    }),
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void stop.begin().then(() => process.exit(0)))
  }
  const url = addressOf(settings)
  folder.tell(url)
  process.stdout.write(`Kansli is ready: ${url}\n`)
  if (code) {
    process.stdout.write(
      `To make it yours (this link works until the next start): ${url}/set-up?code=${code}\n`,
    )
  }
  backUpIfDue(application)
}

function addressOf({ publicUrl, host, port }: Settings): string {
  return publicUrl ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
}

/** Not before the first reader has been answered: a backup reads the whole database. */
function backUpIfDue(application: Application): void {
  setTimeout(() => void application.backups.makeIfDue(), 60_000).unref()
}
