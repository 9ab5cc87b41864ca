import { sql, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import type { Role } from '#platform/access/roles.ts'
import type { Reference } from '../../rules/lists/filter.ts'
import { filtersIn, listQuery, type ListQuery } from '../../rules/lists/query.ts'
import type { FieldType } from '../../rules/persons/field-value.ts'
import { listFilter } from './filter-registry.ts'
import { newestWordings, shortWording } from './newest-wordings.ts'
import { publicBodies } from './public-bodies.ts'

export type FoundList = {
  id: string
  name: string
  kind: 'living' | 'static'
  unitId: string
  shared: boolean
  archived: boolean
  query: ListQuery
}

/** What queries speak of, as far as the caller sees it. */
export type References = {
  /** What everything is called, by id. */
  names: Map<string, string>
  unitsBelow: Map<string, string[]>
  tags: Map<string, { archived: boolean }>
  fields: Map<string, { type: FieldType; choices: string[]; visibleTo: Role[]; archived: boolean }>
  lists: Map<string, FoundList>
}

/** The references of a query itself, not of the lists it builds on. */
export function referencesOf(query: ListQuery): Reference[] {
  return filtersIn(query.where).flatMap(({ step }) => {
    const rule = listFilter(step.filter)?.rule
    const read = rule?.input.safeParse(step.input)
    return read?.success ? (rule?.references?.(read.data) ?? []) : []
  })
}

/**
 * Reads what a query speaks of, and what the lists it builds on speak of, and so on. Each is read once, so a circle
 * of lists comes to an end here too.
 */
export async function readReferences(db: Transaction<Tables>, query: ListQuery): Promise<References> {
  const found: References = {
    names: new Map(),
    unitsBelow: new Map(),
    tags: new Map(),
    fields: new Map(),
    lists: new Map(),
  }
  const asked = new Set<string>()
  let waiting = referencesOf(query)
  while (waiting.length > 0) {
    const now = waiting.filter(({ kind, id }) => !asked.has(`${kind} ${id}`))
    for (const { kind, id } of now) asked.add(`${kind} ${id}`)
    const ids = (kind: Reference['kind']) => [
      ...new Set(now.filter((each) => each.kind === kind).map(({ id }) => id)),
    ]
    await readUnits(db, ids('unit'), found)
    await readTags(db, ids('tag'), found)
    await readFields(db, ids('field'), found)
    await readCampaigns(db, ids('campaign'), found)
    await readBodies(db, ids('body'), found)
    await readPublicBodies(db, ids('publicBody'), found)
    await readWordings(db, ids('purpose'), found)
    const lists = await readLists(db, ids('list'), found)
    waiting = lists.flatMap((list) => referencesOf(list.query))
  }
  return found
}

async function readUnits(db: Transaction<Tables>, ids: string[], { names, unitsBelow }: References) {
  if (ids.length === 0) return
  const { rows } = await sql<{ id: string; name: string; below: string[] }>`
    select unit.id, unit.name,
      array(select below from organisation.units_below(unit.organisation_id, unit.id) below)::text[] as below
    from organisation.unit unit where unit.id = any (${ids}::uuid[])`.execute(db)
  for (const { id, name, below } of rows) {
    names.set(id, name)
    unitsBelow.set(id, below)
  }
}

async function readTags(db: Transaction<Tables>, ids: string[], { names, tags }: References) {
  if (ids.length === 0) return
  const rows = await db
    .selectFrom('people.tag')
    .select(['id', 'name', 'archived_at as archivedAt'])
    .where('id', 'in', ids)
    .execute()
  for (const { id, name, archivedAt } of rows) {
    names.set(id, name)
    tags.set(id, { archived: archivedAt !== null })
  }
}

async function readFields(db: Transaction<Tables>, ids: string[], { names, fields }: References) {
  if (ids.length === 0) return
  const rows = await db
    .selectFrom('people.field')
    .select(['id', 'label', 'type', 'choices', 'visible_to as visibleTo', 'archived_at as archivedAt'])
    .where('id', 'in', ids)
    .execute()
  for (const { id, label, type, choices, visibleTo, archivedAt } of rows) {
    names.set(id, label)
    // The database lets no other types and roles in.
    const [kind, roles] = [type as FieldType, visibleTo as Role[]]
    fields.set(id, { type: kind, choices, visibleTo: roles, archived: archivedAt !== null })
  }
}

async function readCampaigns(db: Transaction<Tables>, ids: string[], { names }: References) {
  if (ids.length === 0) return
  const rows = await db
    .selectFrom('people.join_page')
    .select(['id', 'title'])
    .where('id', 'in', ids)
    .execute()
  for (const { id, title } of rows) names.set(id, title)
}

async function readBodies(db: Transaction<Tables>, ids: string[], { names }: References) {
  if (ids.length === 0) return
  const rows = await db
    .selectFrom('organisation.body')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  for (const { id, name } of rows) names.set(id, name)
}

async function readPublicBodies(db: Transaction<Tables>, ids: string[], { names }: References) {
  if (ids.length === 0) return
  for (const { value, label } of await publicBodies(db, ids)) names.set(value, label)
}

/** The newest words of each consent. What nobody was ever asked for, nobody has agreed to: it is called by its key. */
async function readWordings(db: Transaction<Tables>, purposes: string[], { names }: References) {
  if (purposes.length === 0) return
  for (const purpose of purposes) names.set(purpose, purpose)
  for (const { purpose, swedish, english } of await newestWordings(db)) {
    if (!purposes.includes(purpose)) continue
    names.set(`${purpose} sv`, shortWording(swedish))
    names.set(`${purpose} en`, shortWording(english))
  }
}

async function readLists(db: Transaction<Tables>, ids: string[], { names, lists }: References) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('people.list')
    .select(['id', 'name', 'kind', 'unit_id as unitId', 'shared', 'query', 'archived_at as archivedAt'])
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ archivedAt, kind, query, ...row }) => {
    const list: FoundList = {
      ...row,
      kind: kind === 'static' ? 'static' : 'living',
      archived: archivedAt !== null,
      query: listQuery.parse(query),
    }
    names.set(list.id, list.name)
    lists.set(list.id, list)
    return list
  })
}
