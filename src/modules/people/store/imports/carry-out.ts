import { sql } from 'kysely'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import type { RowOutcome } from '../../rules/imports/same-person.ts'
import type { ExistingMode } from '../../rules/imports/plan-change.ts'
import type { Standing } from '../../rules/membership.ts'
import { rowMaker } from '../add-person.ts'
import { writeRows } from '../write-rows.ts'
import type { ImportCounts, ImportRun } from './import-run.ts'
import { namedUnits } from './named-units.ts'
import { RowPlans, rowsAtOnce, type RowPlan } from './plan-rows.ts'
import type { FileRead } from './read-import.ts'
import type { RunningImport } from './running-imports.ts'
import { writeChanged, type ChangedRow } from './write-changed.ts'
import { writeCreated, type CreatedRow } from './write-created.ts'

/**
 * Few first: once they are there, the database counts them and plans the rest well. It counts anew each time there are
 * several times as many: what is best for hundreds is not for tens of thousands.
 */
const firstRows = 200

/**
 * Writes a whole file into the register, in the operation's transaction: everything or nothing. What each row comes to
 * is decided here once more, as the register is now.
 */
export async function carryOut(
  context: OperationContext,
  run: ImportRun,
  file: FileRead,
  running: RunningImport,
): Promise<{ counts: ImportCounts; tags: string[] }> {
  const { db, scope, organisationId, services, now } = context
  // Two imports that meet the same person would both make one.
  await sql`select pg_advisory_xact_lock(hashtext(${`people import ${organisationId}`}))`.execute(db)
  const standing = run.standing as Standing
  const plans = new RowPlans({
    mode: run.existing as ExistingMode,
    standing,
    today: today(now),
    unitId: run.unit_id,
    units: await namedUnits(db),
    scope,
    hash: (text) => services.keyedHash(text),
  })
  const { tags, made } = await ensureTags(context, run.unit_id, file)
  const writer = {
    context,
    runId: run.id,
    maker: rowMaker(context, 'import', run.id),
    unitId: run.unit_id,
    standing,
    tags,
  }
  const counts: ImportCounts = {
    rows: file.rowCount,
    created: 0,
    changed: 0,
    skipped: file.skipped.length,
    refused: 0,
  }
  const refused: RowOutcome[] = [...file.refused]
  let countAt = 1
  for (let at = 0; at < file.persons.length;) {
    running.goOn()
    const piece = file.persons.slice(at, at + (at === 0 ? firstRows : rowsAtOnce))
    at += piece.length
    const rows = await plans.plan(db, piece)
    const created = rows.filter((row): row is RowPlan & CreatedRow => row.kind === 'create')
    const changed = rows.filter((row): row is Extract<RowPlan, { kind: 'change' }> => row.kind === 'change')
    await writeCreated(writer, created)
    await writeChanged(
      writer,
      changed.map((row): ChangedRow => ({ ...row, fileName: run.file_name })),
    )
    counts.created += created.length
    if (counts.created >= countAt && at < file.persons.length) {
      await sql`select people.count_rows()`.execute(db)
      countAt = counts.created * 4
    }
    counts.changed += changed.length
    for (const row of rows) {
      if (row.kind === 'skip') counts.skipped += 1
      if (row.kind === 'refuse') refused.push({ line: row.line, reasons: row.reasons })
    }
    running.report(at / file.persons.length)
  }
  counts.refused = refused.length
  await writeRefused(context, run, refused)
  // What follows is asked by the counts of what is here now, not of what was here before.
  if (counts.created > firstRows) await sql`select people.count_rows()`.execute(db)
  return { counts, tags: made }
}

/** The tags that the file names, by their names in small letters; those that are missing are made in the unit. */
async function ensureTags({ db, organisationId, now }: OperationContext, unitId: string, file: FileRead) {
  const names = new Map(
    file.persons.flatMap(({ tags }) => tags.map((tag) => [tag.toLowerCase(), tag] as const)),
  )
  const rows = await db
    .selectFrom('people.tag')
    .select(['id', 'name'])
    .where('unit_id', '=', unitId)
    .where('archived_at', 'is', null)
    .execute()
  const tags = new Map(rows.map(({ id, name }) => [name.toLowerCase(), id]))
  const missing = [...names].filter(([key]) => !tags.has(key))
  const made = missing.map(([key, name]) => ({
    key,
    row: { organisation_id: organisationId, id: newId(), unit_id: unitId, name, created_at: now },
  }))
  await writeRows(
    db,
    'people.tag',
    made.map(({ row }) => row),
  )
  for (const { key, row } of made) tags.set(key, row.id)
  return { tags, made: made.map(({ row }) => row.id) }
}

async function writeRefused({ db, organisationId }: OperationContext, run: ImportRun, refused: RowOutcome[]) {
  for (let at = 0; at < refused.length; at += rowsAtOnce) {
    await writeRows(
      db,
      'people.import_refusal',
      refused.slice(at, at + rowsAtOnce).map(({ line, reasons }) => ({
        organisation_id: organisationId,
        run_id: run.id,
        row_number: line,
        unit_id: run.unit_id,
        reasons: reasons,
      })),
    )
  }
}
