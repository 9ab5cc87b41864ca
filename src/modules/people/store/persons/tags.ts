import { sql } from 'kysely'
import type { OperationContext } from '#platform/operations/context.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { reaches } from './require-reach.ts'

/** A tag in use. @throws {Problem} notFound, also for one that was put away */
export async function tagInUse({ db }: OperationContext, tagId: string) {
  return found(
    await db
      .selectFrom('people.tag')
      .select(['id', 'name', 'unit_id as unitId'])
      .where('id', '=', tagId)
      .where('archived_at', 'is', null)
      .executeTakeFirst(),
  )
}

/**
 * A tag in use that is the caller's to rename or put away: of a unit they reach, not of one above.
 * @throws {Problem} notFound, roleRequired for one of a unit above
 */
export async function changeableTag(context: OperationContext, tagId: string) {
  const tag = await tagInUse(context, tagId)
  if (!reaches(context, tag.unitId)) throw new Problem('roleRequired', { detail: 'tag.ofUnitAbove' })
  return tag
}

/** @throws {Problem} invalidInput when a tag of the unit is called so already */
export async function requireFreeTagName(
  { db }: OperationContext,
  { unitId, name, except }: { unitId: string; name: string; except?: string },
): Promise<void> {
  const taken = await db
    .selectFrom('people.tag')
    .select('id')
    .where('unit_id', '=', unitId)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (taken && taken.id !== except) {
    throw new Problem('invalidInput', { issues: [{ path: ['name'], message: 'tag.exists' }] })
  }
}
