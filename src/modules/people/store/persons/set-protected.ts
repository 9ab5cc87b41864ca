import type { OperationContext } from '#platform/operations/context.ts'
import { recordEvent, type Shield } from '../record-event.ts'

/** Protects somebody's identity, or ends it; every row about the person follows by itself. */
export async function setProtected(
  context: OperationContext,
  person: Shield,
  isProtected: boolean,
): Promise<Shield> {
  if (person.protected === isProtected) return person
  await context.db
    .updateTable('people.person')
    .set({ protected: isProtected })
    .where('id', '=', person.id)
    .execute()
  const shield = { id: person.id, homeUnitId: person.homeUnitId, protected: isProtected }
  await recordEvent(context, shield, isProtected ? 'protected' : 'unprotected')
  return shield
}
