import { today } from '#platform/dates.ts'
import type { PrepareContext } from '#platform/operations/context.ts'
import { RunningReadings, type Running } from '#platform/running-readings.ts'
import type { ImportedPerson, Reason } from '../../rules/imports/imported-person.ts'
import type { Change, ExistingMode } from '../../rules/imports/plan-change.ts'
import { fullName } from '../../rules/names.ts'
import type { Standing } from '../../rules/membership.ts'
import type { OwnFieldKind } from '../../rules/imports/own-value.ts'
import type { ImportCounts, ImportRun } from './import-run.ts'
import { namedUnits } from './named-units.ts'
import { RowPlans, rowsAtOnce } from './plan-rows.ts'
import { readImport, type FileRead } from './read-import.ts'

/** What an import would do; the first rows of each kind. */
export type Preview = {
  run: ImportRun
  fields: OwnFieldKind[]
  file: FileRead
  counts: ImportCounts
  created: {
    line: number
    name: string
    unit: string
    emails: string[]
    phones: string[]
    birthDate: string | null
  }[]
  changed: { line: number; personId: string; name: string; changes: Change[] }[]
  skipped: { line: number; reasons: Reason[] }[]
  refused: { line: number; reasons: Reason[] }[]
}

/** As many rows of a kind as somebody looks at. */
const shown = 20
/** For how long a preview is given again before the register is asked anew, in milliseconds. */
const freshFor = 20_000

const previews = new RunningReadings<Preview>(3)

/** Looks at a run's file and at the register, without changing anything; once for all who ask within some seconds. */
export async function previewOf(context: PrepareContext, runId: string): Promise<Running<Preview>> {
  const { run, fields, running } = await readImport(context, runId)
  const key = JSON.stringify([context.organisationId, context.scope, run.id, run.revision, run.sha256])
  const preview = previews.join(key, async (report, signal) => {
    const watch = setInterval(() => report(running.share() / 2), 100)
    const file = await running.result.finally(() => clearInterval(watch))
    return plannedPreview(context, { run, fields, file }, (share) => report(0.5 + share / 2), signal)
  })
  preview.result.then(
    () => setTimeout(() => previews.forget(key), freshFor).unref(),
    () => undefined,
  )
  return preview
}

async function plannedPreview(
  { read, scope, services, now }: PrepareContext,
  { run, fields, file }: Pick<Preview, 'run' | 'fields' | 'file'>,
  report: (share: number) => void,
  signal: AbortSignal,
): Promise<Preview> {
  const units = await read(namedUnits)
  const names = new Map(units.map((unit) => [unit.id, unit.names[0] ?? unit.slug]))
  const plans = new RowPlans({
    mode: run.existing as ExistingMode,
    standing: run.standing as Standing,
    today: today(now),
    unitId: run.unit_id,
    units,
    scope,
    hash: (text) => services.keyedHash(text),
  })
  const skipped = [...file.skipped]
  const refused = [...file.refused]
  const preview: Preview = {
    run,
    fields,
    file,
    counts: { rows: file.rowCount, created: 0, changed: 0, skipped: 0, refused: 0 },
    created: [],
    changed: [],
    skipped,
    refused,
  }
  for (let at = 0; at < file.persons.length; at += rowsAtOnce) {
    signal.throwIfAborted()
    const rows = await read((db) => plans.plan(db, file.persons.slice(at, at + rowsAtOnce)))
    for (const row of rows) {
      if (row.kind === 'create') {
        preview.counts.created += 1
        if (preview.created.length < shown) {
          preview.created.push(newcomer(row.person, names.get(row.belonging.unitId) ?? ''))
        }
      } else if (row.kind === 'change') {
        preview.counts.changed += 1
        if (preview.changed.length < shown) {
          const { changes } = row.change
          preview.changed.push({
            line: row.person.line,
            personId: row.existing.id,
            name: fullName(row.existing),
            changes,
          })
        }
      } else (row.kind === 'skip' ? skipped : refused).push({ line: row.line, reasons: row.reasons })
    }
    report(at / file.persons.length)
  }
  preview.counts.skipped = skipped.length
  preview.counts.refused = refused.length
  for (const list of [skipped, refused]) {
    list.sort((one, other) => one.line - other.line)
    list.length = Math.min(list.length, shown)
  }
  return preview
}

function newcomer(person: ImportedPerson, unit: string): Preview['created'][number] {
  const { line, emails, phones, birthDate } = person
  return { line, name: fullName(person), unit, emails, phones, birthDate }
}
