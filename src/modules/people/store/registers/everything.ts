import { sql, type Transaction } from 'kysely'
import JSZip from 'jszip'
import type { Tables } from '#platform/database/tables.ts'
import { csvText } from '#platform/files/csv-text.ts'
import type { Services } from '#platform/operations/services.ts'

/** Whose modules' tables are the organisation's own; accounts, mail and jobs belong to the system that runs it. */
const schemas = ['organisation', 'people', 'budget'] as const

/** Secrets, and what only recognises something here: of no use anywhere else, and nothing to carry about. */
const secret = /(_hash|_sealed|_secret|_token|^token|^sha256|_key|^content_hash)$/

const pageSize = 5000

type Table = { schema: string; name: string; columns: string[]; key: string[] }

/**
 * Puts every table of the organisation into a ZIP file, a CSV each, as far as the caller may see its rows: nobody whose
 * identity is protected, no secrets. A table that a later version adds is in it by itself.
 * @param withPersonalNumbers opens the sealed personal numbers
 * @returns how many rows there are in all
 */
export async function addTables(
  zip: JSZip,
  db: Transaction<Tables>,
  { services, withPersonalNumbers }: { services: Pick<Services, 'sealer'>; withPersonalNumbers: boolean },
): Promise<number> {
  let rows = 0
  for (const table of await tablesOf(db)) {
    const opened = withPersonalNumbers && table.name === 'person' ? ['personal_number_sealed'] : []
    const columns = [...table.columns, ...opened]
    const parts = [csvText([columns.map((column) => column.replace('_sealed', ''))])]
    for (let offset = 0; ; offset += pageSize) {
      const { rows: page } = await sql<Record<string, string | null>>`
        select ${sql.join(columns.map((column) => sql`${sql.ref(column)}::text as ${sql.ref(column)}`))}
        from ${sql.table(`${table.schema}.${table.name}`)}
        order by ${sql.join(table.key.map((column) => sql.ref(column)))}
        limit ${pageSize} offset ${offset}`.execute(db)
      if (page.length > 0) {
        const cells = page.map((row) =>
          columns.map((column) => {
            const value = row[column] ?? ''
            return opened.includes(column) && value !== '' ? services.sealer.open(value) : value
          }),
        )
        // The mark that says it is UTF-8 stands once, before the headings.
        parts.push(csvText(cells).slice(1))
      }
      rows += page.length
      if (page.length < pageSize) break
    }
    zip.file(`tabeller/${table.schema}.${table.name}.csv`, parts.join(''))
  }
  return rows
}

/** The tables that hold rows of one organisation and that an operation may read. */
async function tablesOf(db: Transaction<Tables>): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select namespace.nspname as schema, class.relname as name,
      array(
        select attribute.attname::text from pg_attribute attribute
        where attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
          and has_column_privilege(class.oid, attribute.attnum, 'select')
        order by attribute.attnum
      ) as columns,
      array(
        select attribute.attname::text from pg_index index
        join lateral unnest(index.indkey) with ordinality as part (number, place) on true
        join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attnum = part.number
        where index.indrelid = class.oid and index.indisprimary
        order by part.place
      ) as key
    from pg_class class
    join pg_namespace namespace on namespace.oid = class.relnamespace
    where class.relkind = 'r' and namespace.nspname = any (${[...schemas]}::text[])
      and has_any_column_privilege(class.oid, 'select')
    order by 1, 2`.execute(db)
  return rows
    .map((table) => ({ ...table, columns: table.columns.filter((column) => !secret.test(column)) }))
    .filter((table) => table.key.length > 0 && table.columns.includes('organisation_id'))
}
