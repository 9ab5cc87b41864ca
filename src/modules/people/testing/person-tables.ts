import type { Pool, PoolClient } from 'pg'

type Asker = Pick<Pool | PoolClient, 'query'>

/** Every table of the database outside the engine's own, as `people.person`. */
async function everyTable(database: Asker): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(`
    select format('%I.%I', space.nspname, class.relname) as name
    from pg_class class join pg_namespace space on space.oid = class.relnamespace
    where class.relkind in ('r', 'p') and space.nspname !~ '^(pg_|information_schema)' order by 1`)
  return rows.map((row) => row.name)
}

/** The tables in which one of these words stands, anywhere in a row. */
export async function tracesOf(database: Asker, words: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const table of await everyTable(database)) {
    const { rows } = await database.query(
      `select count(*)::int as count from ${table} each where each::text ~* any ($1)`,
      [words],
    )
    if (rows[0].count > 0) found.push(`${table}: ${rows[0].count}`)
  }
  return found
}

type Column = { name: string; type: string; generated: boolean }

/** Every table with a column of this name for an organisation's persons, found without asking for any foreign key. */
export async function tablesWithPerson(database: Asker): Promise<{ name: string; columns: Column[] }[]> {
  const { rows } = await database.query<{ name: string; columns: Column[] }>(`
    select format('%I.%I', space.nspname, class.relname) as name,
      json_agg(json_build_object('name', attribute.attname, 'type', format_type(attribute.atttypid, null),
        'generated', attribute.attgenerated <> '') order by attribute.attnum) as columns
    from pg_class class
    join pg_namespace space on space.oid = class.relnamespace
    join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
    where class.relkind in ('r', 'p') and space.nspname !~ '^(pg_|information_schema)'
    group by 1 having bool_or(attribute.attname = 'person_id') order by 1`)
  return rows
}

/** A row about a person, whatever the table's checks and references say: only that it is there is of interest. */
export async function putRow(
  client: PoolClient,
  table: { name: string; columns: Column[] },
  of: { organisationId: string; personId: string; newId: () => string },
): Promise<void> {
  const columns = table.columns.filter((column) => !column.generated)
  const value = ({ name, type }: Column): unknown => {
    if (name === 'organisation_id') return of.organisationId
    if (name === 'person_id') return of.personId
    if (type.endsWith('[]')) return []
    switch (type) {
      case 'uuid':
        return of.newId()
      case 'boolean':
        return false
      case 'integer':
      case 'bigint':
      case 'numeric':
      case 'smallint':
      case 'double precision':
        return 1
      case 'date':
        return '2026-11-22'
      case 'timestamp with time zone':
        return '2026-11-22T10:00:00Z'
      case 'json':
      case 'jsonb':
        return '{}'
      default:
        return of.newId()
    }
  }
  await client.query(
    `insert into ${table.name} (${columns.map(({ name }) => `"${name}"`).join(', ')})
     values (${columns.map((_, index) => `$${index + 1}`).join(', ')})
     on conflict do nothing`,
    columns.map(value),
  )
}
