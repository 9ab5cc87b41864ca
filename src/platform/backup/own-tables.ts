import type { ClientBase } from 'pg'
import { readMigrations } from '../database/migrate.ts'
import type { BackupTable } from './manifest.ts'

/** What every part of the backup needs: a connection inside one transaction. */
export type Connection = Pick<ClientBase, 'query'>

/** A table that belongs in a backup, with the order its rows are written in. */
export type OwnTable = BackupTable & {
  /** For ORDER BY: the same on every engine, whatever its language's alphabet. */
  order: string
}

/** What an installation has of its own and a backup does not carry over. */
const left = new Set(['kansli.migration', 'kansli.restoration'])

/** The schemas that are Kansli's; what else stands in the database belongs to somebody else. */
export function ownSchemas(): string[] {
  const made = readMigrations().flatMap(({ sql }) =>
    [...sql.matchAll(/^create schema (?:if not exists )?(\w+)/gim)].map((match) => match[1]!),
  )
  return [...new Set(made)]
}

/** Text comes out the same whatever the server's settings are, and a hidden row is an error, not a missing one. */
export const steadyText = `
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local row_security = off;
  set local search_path = ''`

/** Every table of ours with its columns, each after those it refers to. */
export async function ownTables(connection: Connection): Promise<OwnTable[]> {
  const { rows } = await connection.query<{
    schema: string
    name: string
    columns: { name: string; type: string }[]
    order: string
    refers: string[]
  }>(
    `select n.nspname as schema, c.relname as name,
       (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
                        order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and a.attgenerated = '') as columns,
       coalesce(
         (select string_agg(format('%I%s', a.attname, case when a.attcollation <> 0 then ' collate "C"' else '' end), ', '
                            order by k.place)
          from pg_index i
            cross join unnest(i.indkey::int[]) with ordinality k (attnum, place)
            join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
          where i.indrelid = c.oid and i.indisprimary),
         format('%I::text collate "C"', c.relname)) as order,
       array(select distinct format('%s.%s', fn.nspname, fc.relname)
             from pg_constraint f join pg_class fc on fc.oid = f.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
             where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as refers
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any ($1)
     order by 1, 2`,
    [ownSchemas()],
  )
  const tables = rows.filter((row) => !left.has(`${row.schema}.${row.name}`))
  const all = new Set(tables.map((row) => `${row.schema}.${row.name}`))
  const placed = new Set<string>()
  const ordered: OwnTable[] = []
  while (ordered.length < tables.length) {
    const open = tables.filter((row) => !placed.has(`${row.schema}.${row.name}`))
    const next = open.filter((row) => row.refers.every((other) => placed.has(other) || !all.has(other)))
    // Tables that refer to each other in a ring come as they are: a restore checks references at the end.
    for (const { schema, name, columns, order } of next.length > 0 ? next : open) {
      ordered.push({ schema, name, columns, order })
      placed.add(`${schema}.${name}`)
    }
  }
  return ordered
}

/** A name as it is written in SQL. */
export function quoted(...names: string[]): string {
  return names.map((name) => `"${name.replaceAll('"', '""')}"`).join('.')
}
