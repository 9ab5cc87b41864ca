import type { OperationContext } from '#platform/operations/context.ts'
import { belonging } from '../../rules/membership.ts'
import { rolesIn } from '../../rules/persons/seen-by.ts'
import { visibleParts, type RecordPart } from '../../rules/visible-parts.ts'
import { preferredContacts, type PreferredContacts } from './preferred-contacts.ts'

export type RowParts = PreferredContacts & { tags: string[] }

/**
 * What stands beside the names of a page of the register: preferred e-mail and phone, tags. Of each person what the
 * caller's trust in that person's units reaches.
 */
export async function readRowParts(
  { db, actor }: Pick<OperationContext, 'db' | 'actor'>,
  persons: readonly { id: string; homeUnitId: string }[],
): Promise<Map<string, RowParts>> {
  if (persons.length === 0) return new Map()
  const ids = persons.map((person) => person.id)
  const memberships = await db
    .selectFrom('people.membership')
    .select(['person_id', 'unit_id'])
    .where('person_id', 'in', ids)
    .where('valid_to', 'is', null)
    .where('replaced_at', 'is', null)
    .where('status', 'in', [...belonging])
    .execute()
  const contacts = await preferredContacts(db, ids)
  const tags = await db
    .selectFrom('people.person_tag as carried')
    .innerJoin('people.tag as tag', 'tag.id', 'carried.tag_id')
    .select(['carried.person_id', 'tag.name'])
    .where('carried.person_id', 'in', ids)
    .where('tag.archived_at', 'is', null)
    .orderBy('tag.name')
    .execute()
  const units = Map.groupBy(memberships, (row) => row.person_id)
  return new Map(
    persons.map(({ id, homeUnitId }) => {
      const concerned = [homeUnitId, ...(units.get(id) ?? []).map((row) => row.unit_id)]
      const parts: ReadonlySet<RecordPart> = visibleParts(rolesIn(actor, concerned))
      const { email = null, phone = null } = (parts.has('contact') ? contacts.get(id) : undefined) ?? {}
      const carried = parts.has('tags') ? tags.filter((row) => row.person_id === id) : []
      return [id, { email, phone, tags: carried.map((row) => row.name) }]
    }),
  )
}
