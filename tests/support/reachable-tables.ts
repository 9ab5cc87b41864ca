import type { Pool, PoolClient } from 'pg'

/** A table that the application's role has any right to, and how the database defends it. */
export type ReachableTable = {
  /** `budget.book`, quoted where it must be. */
  name: string
  kind: 'table' | 'view'
  /** For a view: what it is made of, and how. */
  definition: string
  options: string[]
  organisationColumn: string
  firstKeyColumn: string | null
  rowSecurity: boolean
  policies: number
  rights: string[]
  columns: { name: string; type: string; generated: boolean }[]
}

type Asker = Pick<Pool | PoolClient, 'query'>

/** Every table the application can reach, in every schema; one that is added later is here by itself. */
export async function reachableTables(database: Asker): Promise<ReachableTable[]> {
  const { rows } = await database.query<ReachableTable>(`
    select
      format('%I.%I', space.nspname, class.relname) as name,
      case when class.relkind in ('v', 'm') then 'view' else 'table' end as kind,
      case when class.relkind in ('v', 'm') then pg_get_viewdef(class.oid) else '' end as definition,
      coalesce(class.reloptions, '{}') as options,
      class.relrowsecurity as "rowSecurity",
      (select count(*)::int from pg_policy policy where policy.polrelid = class.oid) as policies,
      (select attribute.attname from pg_index key
         join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attnum = key.indkey[0]
       where key.indrelid = class.oid and key.indisprimary) as "firstKeyColumn",
      array(select wanted from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) wanted
        where has_table_privilege('kansli_app', class.oid, wanted)
          or (wanted in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
              and has_any_column_privilege('kansli_app', class.oid, wanted))) as rights,
      (select json_agg(json_build_object('name', attribute.attname,
           'type', format_type(attribute.atttypid, null), 'generated', attribute.attgenerated <> '')
         order by attribute.attnum)
       from pg_attribute attribute
       where attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped) as columns
    from pg_class class join pg_namespace space on space.oid = class.relnamespace
    where class.relkind in ('r', 'p', 'v', 'm', 'f')
      and space.nspname !~ '^(pg_|information_schema)'
    order by 1`)
  return rows
    .filter((table) => table.rights.length > 0)
    .map((table) => ({
      ...table,
      // The organisation itself is known by its own id.
      organisationColumn: table.name === 'organisation.organisation' ? 'id' : 'organisation_id',
    }))
}

/** What is wrong in how a table is defended, in words; nothing when it is well. */
export function weaknesses(table: ReachableTable): string[] {
  if (table.kind === 'view') return weaknessesOfView(table)
  const wrong = [
    [!table.rowSecurity, 'has no row-level security'],
    [table.policies === 0, 'has no policy'],
    [table.firstKeyColumn !== table.organisationColumn, 'does not begin its key with the organisation'],
    [
      table.rights.some((right) => !['SELECT', 'INSERT', 'UPDATE', 'DELETE'].includes(right)),
      'gives away more than rows',
    ],
  ] as const
  return wrong.flatMap(([is, words]) => (is ? [`${table.name} ${words}`] : []))
}

/**
 * A view looks at rows with its maker's eyes, past row-level security, unless it is told not to. Then it must keep
 * to the organisation itself, behind a barrier: without it, a condition of the reader's may be tried on rows of
 * others first, and an error message tells what stood in them.
 */
function weaknessesOfView({ name, options, definition, rights }: ReachableTable): string[] {
  const wrong = rights.some((right) => right !== 'SELECT') ? [`${name} can be written through`] : []
  if (options.includes('security_invoker=true')) return wrong
  if (!options.includes('security_barrier=true')) wrong.push(`${name} has no barrier`)
  if (!/\borganisation_id\(\)/.test(definition)) wrong.push(`${name} shows every organisation`)
  return wrong
}

/** One figure for all rows of an organisation in every reachable table: it changes when any of them does. */
export async function fingerprints(
  database: Asker,
  tables: readonly ReachableTable[],
  organisationId: string,
): Promise<Map<string, string>> {
  const parts = tables.map(
    ({ name, organisationColumn }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(row_text, '|' order by row_text)), '') as print
       from (select each::text as row_text from ${name} each where ${organisationColumn} = $1) every_row`,
  )
  const { rows } = await database.query<{ name: string; print: string }>(parts.join('\nunion all\n'), [
    organisationId,
  ])
  return new Map(rows.map((row) => [row.name, row.print]))
}

/** The tables whose rows are no longer what they were. */
export function changedTables(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after].filter(([name, print]) => before.get(name) !== print).map(([name]) => name)
}
