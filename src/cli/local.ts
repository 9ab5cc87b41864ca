import { sql } from 'kysely'
import { openApplication, type Application } from '../application.ts'
import { operator } from '../platform/access/actor.ts'
import { newId } from '../platform/identifiers.ts'
import { callOperation } from '../platform/operations/call.ts'
import { issueSentence, pointerTo, problemDetail } from '../platform/operations/describe-problem.ts'
import { Problem } from '../platform/operations/problem.ts'
import type { RegisteredOperation, Registry } from '../platform/operations/registry.ts'
import { readSettings } from '../platform/settings/settings.ts'
import type { OwnOptions } from './call-operation.ts'
import { CannotBeDone, WrongUse } from './command.ts'
import { cliTexts } from './messages/cli.ts'
import type { Terminal } from './terminal.ts'

/** Calls an operation on this machine's data, as the person at the machine; beside a server that runs, or without. */
export async function callLocally(
  _registry: Registry,
  registered: RegisteredOperation,
  input: unknown,
  own: OwnOptions,
  terminal: Terminal,
  report: (share: number) => void,
): Promise<unknown> {
  const { operation, module, texts } = registered
  // The log is for the server; what the person should know is said in the answer.
  const settings = readSettings({ LOG_LEVEL: 'fatal', ...terminal.env })
  const application = await openApplication(settings, { onStep: (line) => terminal.error(`${line}\n`) })
  try {
    const organisationId = operation.startsOrganisation
      ? newId()
      : await organisationOf(application, own.organisation, terminal)
    return await callOperation(application.host, module, operation, input, {
      actor: operator,
      organisationId,
      language: terminal.language,
      progress: { report, cancelled: () => terminal.signal.aborted },
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const reader = { language: terminal.language, texts, requestId: '' }
    const lines = [
      problemDetail(error, reader),
      ...error.issues.map(
        (issue) => `  ${pointerTo(issue.path).slice(2)}: ${issueSentence(issue, terminal.language, texts)}`,
      ),
    ]
    throw error.code === 'invalidInput'
      ? new WrongUse(lines.join('\n'))
      : new CannotBeDone(lines.join('\n'), { cause: error })
  } finally {
    await application.close()
  }
}

/** The organisation that was named, else the only one there is; a demo counts only while there is nothing else. */
async function organisationOf(
  application: Application,
  slug: string | null,
  terminal: Terminal,
): Promise<string> {
  const t = cliTexts.in(terminal.language)
  const { rows } = await sql<{ id: string; slug: string; demo: boolean }>`
    select id, slug, is_demo as demo from organisation.organisation order by is_demo, created_at`.execute(
    application.database.owner,
  )
  const slugs = rows.map((row) => row.slug).join(', ')
  if (rows.length === 0) throw new CannotBeDone(t('organisation.none'))
  if (slug !== null) {
    const named = rows.find((row) => row.slug === slug)
    if (!named) throw new WrongUse(t('organisation.unknown', { slug, slugs }))
    return named.id
  }
  const own = rows.filter((row) => !row.demo)
  const choices = own.length > 0 ? own : rows
  if (choices.length > 1) throw new WrongUse(t('organisation.choose', { slugs }))
  return choices[0]!.id
}
