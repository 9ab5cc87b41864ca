import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import type { OperationContext } from '#platform/operations/context.ts'

/** What every row about a person carries, so that the database knows who may see it. */
export type Shield = { id: string; homeUnitId: string; protected: boolean }

/** The columns of a shield, for a row about the person. */
export function shieldColumns(organisationId: string, person: Shield) {
  return {
    organisation_id: organisationId,
    person_id: person.id,
    home_unit_id: person.homeUnitId,
    protected: person.protected,
  }
}

/** What an event tells beside its kind: what stood before and what stands now, in few words. */
export type EventDetail = Record<string, string | number | boolean | null | string[]>

/** Writes into a person's timeline what happened, and who did it. Its words stand in messages, by its kind. */
export async function recordEvent(
  context: OperationContext,
  person: Shield,
  kind: string,
  detail: EventDetail = {},
): Promise<void> {
  const { id, name } = actorName(context)
  await context.db
    .insertInto('people.event')
    .values({
      ...shieldColumns(context.organisationId, person),
      id: newId(),
      at: context.now,
      kind,
      detail: JSON.stringify(detail),
      by_user_id: id,
      by_name: name,
    })
    .execute()
}
