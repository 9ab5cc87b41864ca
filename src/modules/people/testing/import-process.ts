/** A server's process that carries out one import, for killing it. Says when it begins, and when it is done. */
import { openApplication } from '../../../application.ts'
import { operator } from '#platform/access/actor.ts'
import { readSettings } from '#platform/settings/settings.ts'
import { runPeopleImport } from '../operations/imports/run-people-import.ts'

const [, , dataFolder, secret, organisationId, ...runs] = process.argv
const application = await openApplication(
  readSettings({ KANSLI_DATA: dataFolder, KANSLI_SECRET: secret, LOG_LEVEL: 'silent' }),
)
for (const runId of runs) {
  process.stdout.write(`begins ${runId}\n`)
  await application.call(
    runPeopleImport,
    { runId },
    { actor: operator, organisationId: organisationId!, language: 'sv' },
  )
}
await application.close()
