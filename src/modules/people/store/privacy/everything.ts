import { sql } from 'kysely'
import type { AuditDetail } from '#platform/audit/sentences.ts'
import type { OperationContext } from '#platform/operations/context.ts'

/** Every row of one table about a person, its columns by name. */
export type KeptRows = { about: string; rows: Record<string, unknown>[] }

/** Whose: the asker's own, a person of the asker's units, or a record that the asker has opened. */
export type Whose = { own: true } | { personId: string } | { openedId: string }

/** What tells nothing to a reader, or must not leave the system: how rows are tied together and recognised. */
const unsaid = /^(organisation_id|run_id)$|_hash$|_key$/

/**
 * Everything that is kept about somebody, from every table that refers to persons: found by the catalogue, so that a
 * table added later is in it by itself (`people.person_references()`: all of them, while merging leaves out its own).
 * What ids point to stands beside them by name.
 * @returns nothing when there is no such person for this caller
 */
export async function everythingAbout(context: OperationContext, whose: Whose): Promise<KeptRows[]> {
  const { db, now, services } = context
  const source =
    'own' in whose
      ? sql`people.everything_own()`
      : 'personId' in whose
        ? sql`people.everything_about(${whose.personId})`
        : sql`people.everything_opened(${whose.openedId}, ${now})`
  const { rows } = await sql<{ about: string; record: Record<string, unknown> }>`
    select about, record from ${source} everything`.execute(db)
  const names = await namesOf(
    context,
    rows.map(({ record }) => record),
  )
  const tables = new Map<string, Record<string, unknown>[]>()
  for (const { about, record } of rows) {
    const said: Record<string, unknown> = {}
    for (const [column, value] of Object.entries(record)) {
      if (column === 'personal_number_sealed') {
        said['personal_number'] = typeof value === 'string' ? services.sealer.open(value) : null
      } else if (!unsaid.test(column)) {
        said[column] = value
        const name = typeof value === 'string' ? names.get(value) : undefined
        if (name !== undefined && column.endsWith('_id')) said[column.replace(/_id$/, '')] = name
      }
    }
    if (about === 'audit.entry') said['what'] = sentenceOf(context, record)
    tables.set(about, [...(tables.get(about) ?? []), said])
  }
  return [...tables].map(([about, kept]) => ({ about, rows: kept })).sort(byOrder)
}

/** What an entry of the log says, in words. */
function sentenceOf({ services, language }: OperationContext, record: Record<string, unknown>): string {
  const detail = (record['detail'] ?? {}) as AuditDetail
  return services.auditSentences.of(String(record['operation']), detail, language)
}

async function namesOf(
  { db }: Pick<OperationContext, 'db'>,
  records: readonly Record<string, unknown>[],
): Promise<Map<string, string>> {
  const ids = new Set<string>()
  for (const record of records) {
    for (const column of [
      'unit_id',
      'home_unit_id',
      'from_unit_id',
      'to_unit_id',
      'tag_id',
      'field_id',
      'wording_id',
    ]) {
      const id = record[column]
      if (typeof id === 'string') ids.add(id)
    }
  }
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from people.names_of(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Who somebody is first, then where they belong; what others have done last. */
const order = ['people.person', 'people.contact', 'people.membership', 'people.consent']
const last = ['people.event', 'mail.message', 'account.user', 'audit.entry']

function byOrder(one: KeptRows, other: KeptRows): number {
  return rank(one.about) - rank(other.about) || one.about.localeCompare(other.about)
}

function rank(about: string): number {
  if (order.includes(about)) return order.indexOf(about)
  return last.includes(about) ? 100 + last.indexOf(about) : 50
}
