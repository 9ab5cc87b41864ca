import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import type { ImportRun } from './import-run.ts'
import type { RunningImport } from './running-imports.ts'
import { endRows, writePersons, type RowImages } from './write-changed.ts'

export type UndoCounts = {
  /** Persons that the import made and that are gone again. */
  removed: number
  /** Persons that are as they were before. */
  restored: number
  /** Persons that somebody has worked with since: they stay as they are. */
  kept: number
  /** Some of those, to look at. */
  keptIds: string[]
}

/** A table whose rows belong to persons. */
type PersonTable = { name: string; personColumn: string; hasRun: boolean }

const atOnce = 2000

/**
 * Takes an import back, in the operation's transaction: those it made are removed and those it changed are as they
 * were, to the letter, except whom somebody has worked with since.
 */
export async function undoRun(
  context: OperationContext,
  run: ImportRun,
  running: RunningImport,
): Promise<UndoCounts> {
  const { db } = context
  await sql`select people.count_rows()`.execute(db)
  const tables = await personTables(db)
  const touched = await touchedCreated(db, run.id, tables)
  const created = await db.selectFrom('people.person').select('id').where('run_id', '=', run.id).execute()
  const gone = created.map(({ id }) => id).filter((id) => !touched.has(id))
  for (let at = 0; at < gone.length; at += atOnce) {
    running.goOn()
    await removePersons(db, run.id, gone.slice(at, at + atOnce), tables)
    running.report((0.8 * at) / gone.length)
  }
  const changed = await restoreChanged(context, run, running)
  await removeTags(db, run)
  const kept = [...touched, ...changed.kept]
  return {
    removed: gone.length,
    restored: changed.restored,
    kept: kept.length,
    keptIds: kept.slice(0, 50),
  }
}

/** Every table that names a person and keeps them from being removed, whichever module it belongs to. */
async function personTables(db: Transaction<Tables>): Promise<PersonTable[]> {
  const { rows } = await sql<PersonTable>`
    select format('%s.%s', space.nspname, class.relname) as name, attribute.attname as "personColumn",
      exists (
        select from pg_attribute run where run.attrelid = class.oid and run.attname = 'run_id' and not run.attisdropped
      ) as "hasRun"
    from pg_constraint tie
    join pg_class class on class.oid = tie.conrelid
    join pg_namespace space on space.oid = class.relnamespace
    join pg_attribute id on id.attrelid = tie.confrelid and id.attname = 'id'
    join pg_attribute attribute on attribute.attrelid = tie.conrelid
      and attribute.attnum = tie.conkey[array_position(tie.confkey, id.attnum)]
    where tie.contype = 'f' and tie.confrelid = 'people.person'::regclass and tie.confdeltype <> 'c'
      and has_table_privilege(class.oid, 'select')
    order by 1, 2`.execute(db)
  return rows
}

/** Of those the import made: who was changed since, or has something from elsewhere. */
async function touchedCreated(
  db: Transaction<Tables>,
  runId: string,
  tables: readonly PersonTable[],
): Promise<Set<string>> {
  const { rows: changed } = await sql<{ id: string }>`
    select person.id from people.person person
    where person.run_id = ${runId}
      and (person.revision <> 1 or person.protected or person.merged_into is not null or person.erased_at is not null)
    union
    select contact.person_id from people.contact contact
    where contact.run_id = ${runId} and (contact.valid_to is not null or contact.verified_at is not null)
    union
    select membership.person_id from people.membership membership
    where membership.run_id = ${runId} and (membership.valid_to is not null or membership.replaced_at is not null)`.execute(
    db,
  )
  const touched = new Set(changed.map(({ id }) => id))
  for (const { name, personColumn, hasRun } of tables) {
    const foreign =
      hasRun && name !== 'people.person' ? sql`and other.run_id is distinct from ${runId}` : sql``
    const { rows } = await sql<{ id: string }>`
      select distinct person.id from people.person person
      join ${sql.table(name)} other on other.organisation_id = person.organisation_id
        and other.${sql.ref(personColumn)} = person.id
      where person.run_id = ${runId} ${foreign}`.execute(db)
    for (const { id } of rows) touched.add(id)
  }
  return touched
}

async function removePersons(
  db: Transaction<Tables>,
  runId: string,
  ids: string[],
  tables: readonly PersonTable[],
): Promise<void> {
  for (const { name, personColumn, hasRun } of tables) {
    if (!hasRun || name === 'people.person') continue
    await sql`
      delete from ${sql.table(name)} where run_id = ${runId} and ${sql.ref(personColumn)} = any (${ids}::uuid[])`.execute(
      db,
    )
  }
  await sql`delete from people.person where run_id = ${runId} and id = any (${ids}::uuid[])`.execute(db)
}

async function restoreChanged(context: OperationContext, run: ImportRun, running: RunningImport) {
  const { db } = context
  const { rows } = await sql<{ personId: string; before: RowImages; after: RowImages; touched: boolean }>`
    select change.person_id as "personId", change.before, change.after,
      person.revision <> (change.after -> 'person' ->> 'revision')::int
        or person.merged_into is not null or person.erased_at is not null
        or exists (
          select from people.event event
          where event.organisation_id = change.organisation_id and event.person_id = change.person_id
            and event.run_id is distinct from change.run_id and event.at >= ${run.finished_at}
        ) or exists (
          select from people.import_change later
          where later.organisation_id = change.organisation_id and later.person_id = change.person_id
            and later.run_id > change.run_id
        ) as touched
    from people.import_change change
    join people.person person on person.organisation_id = change.organisation_id and person.id = change.person_id
    where change.run_id = ${run.id}
    order by change.row_number`.execute(db)
  const untouched = rows.filter(({ touched }) => !touched)
  for (let at = 0; at < untouched.length; at += atOnce) {
    running.goOn()
    const piece = untouched.slice(at, at + atOnce)
    const ids = piece.map(({ personId }) => personId)
    for (const table of ['contact', 'membership', 'person_tag', 'field_value', 'event', 'import_change']) {
      await sql`
        delete from ${sql.table(`people.${table}`)}
        where run_id = ${run.id} and person_id = any (${ids}::uuid[])`.execute(db)
    }
    const before = piece.map((each) => each.before)
    await endRows({ context }, before)
    await writePersons(db, before)
    running.report(0.8 + (0.2 * at) / untouched.length)
  }
  const kept = rows.filter(({ touched }) => touched).map(({ personId }) => personId)
  return { restored: untouched.length, kept }
}

/** The tags that came with the import and that nobody has. */
async function removeTags(db: Transaction<Tables>, run: ImportRun): Promise<void> {
  const { tags = [] } = (run.counts ?? {}) as { tags?: string[] }
  if (tags.length === 0) return
  await sql`
    delete from people.tag tag where tag.id = any (${tags}::uuid[]) and not exists (
      select from people.person_tag held where held.organisation_id = tag.organisation_id and held.tag_id = tag.id
    )`.execute(db)
}
