import type { OperationContext } from '#platform/operations/context.ts'
import { belonging } from '../../rules/membership.ts'
import { rolesIn } from '../../rules/persons/seen-by.ts'
import { visibleParts, type RecordPart } from '../../rules/visible-parts.ts'

export type RowParts = { email: string | null; phone: string | null; tags: string[] }

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
  const contacts = await db
    .selectFrom('people.contact')
    .select(['person_id', 'kind', 'value'])
    .where('person_id', 'in', ids)
    .where('kind', 'in', ['email', 'phone'])
    .where('valid_to', 'is', null)
    .orderBy('preferred', 'desc')
    .orderBy('valid_from', 'desc')
    .execute()
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
      const own = parts.has('contact') ? contacts.filter((row) => row.person_id === id) : []
      const first = (kind: string) => own.find((row) => row.kind === kind)?.value ?? null
      const carried = parts.has('tags') ? tags.filter((row) => row.person_id === id) : []
      return [id, { email: first('email'), phone: first('phone'), tags: carried.map((row) => row.name) }]
    }),
  )
}
