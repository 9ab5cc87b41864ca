import { sql, type Transaction } from 'kysely'
import { today } from '#platform/dates.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { Scope } from '#platform/access/decide.ts'
import { Problem } from '#platform/operations/problem.ts'
import { chainFault } from '../../rules/lists/cycles.ts'
import { fieldFault, fieldRule } from '../../rules/lists/filters/field.ts'
import { filtersIn, inputPath, type ListQuery } from '../../rules/lists/query.ts'
import type { Sight } from '../../rules/lists/seen-everywhere.ts'
import type { Asking } from './asking.ts'
import { foundPeople } from './compile-query.ts'
import { readReferences, referencesOf, type References } from './read-references.ts'
import { requireSoundQuery } from './read-query.ts'

type Asker = { db: Transaction<Tables>; now: Date; scope: Scope }

/**
 * Everything a query is compiled with, when it may be asked by this caller.
 * @param listId the list that the query is of; null for one that is not kept (yet)
 * @param news whether it is being written: then what is archived may not be used
 * @throws {Problem} notFound for what is not there for the caller, invalidInput for what does not fit together
 */
export async function askingOf(
  { db, now, scope }: Asker,
  query: ListQuery,
  sight: Sight,
  { listId = null, news = false }: { listId?: string | null; news?: boolean } = {},
): Promise<{ asking: Asking; references: References }> {
  requireSoundQuery(query, sight)
  const references = await readReferences(db, query)
  const fault = chainFault(listId, buildsOn(query), (id) => {
    const list = references.lists.get(id)
    return list?.kind === 'living' ? buildsOn(list.query) : []
  })
  if (fault) throw new Problem('invalidInput', { issues: [{ path: ['query'], message: fault }] })
  // A list shows no more than its reader may ask for, whoever made the lists it builds on.
  for (const list of references.lists.values())
    if (list.kind === 'living') requireSoundQuery(list.query, sight)
  requireThere(query, references, sight, news)
  const asking: Asking = {
    today: today(now),
    scope,
    unitsBelow: references.unitsBelow,
    fieldTypes: new Map([...references.fields].map(([id, { type }]) => [id, type])),
    inList(id) {
      const list = references.lists.get(id)
      if (!list) throw new Problem('notPossibleNow', { detail: 'list.unseen' })
      return list.kind === 'static'
        ? sql`select member.person_id from people.list_member member
            where member.list_id = ${id}::uuid and member.removed_at is null`
        : foundPeople(list.query, asking)
    },
  }
  return { asking, references }
}

/** The lists that a query asks for by name. */
function buildsOn(query: ListQuery): string[] {
  return referencesOf(query).flatMap(({ kind, id }) => (kind === 'list' ? [id] : []))
}

/** @throws {Problem} when something that the query speaks of is not there, not to be seen, or no longer in use */
function requireThere(query: ListQuery, references: References, sight: Sight, news: boolean) {
  const { names, tags, fields, lists } = references
  const everyQuery = [query, ...[...lists.values()].map((list) => list.query)]
  for (const { id } of everyQuery.flatMap(referencesOf)) {
    if (names.has(id)) continue
    if (news) throw new Problem('notFound')
    throw new Problem('notPossibleNow', { detail: 'list.unseen' })
  }
  for (const { visibleTo } of fields.values()) {
    if (sight.sees(visibleTo)) continue
    if (news) throw new Problem('notFound')
    throw new Problem('notPossibleNow', { detail: 'list.unseen' })
  }
  if (!news) return
  for (const { step, path } of filtersIn(query.where)) {
    const at = ['query', ...inputPath(query, path)]
    const refuse = (name: string, message: string) => {
      throw new Problem('invalidInput', { issues: [{ path: [...at, name], message }] })
    }
    const { tagId, listId } = step.input as { tagId?: string; listId?: string }
    if (step.filter === 'tag' && tags.get(tagId ?? '')?.archived) refuse('tagId', 'list.tagArchived')
    if (step.filter === 'list' && lists.get(listId ?? '')?.archived) refuse('listId', 'list.listArchived')
    if (step.filter !== 'field') continue
    const { fieldId, compare, value } = fieldRule.input.parse(step.input)
    const field = fields.get(fieldId)!
    if (field.archived) refuse('fieldId', 'list.fieldArchived')
    const fault = fieldFault(field.type, compare, value)
    if (fault) refuse('value', fault)
  }
}
