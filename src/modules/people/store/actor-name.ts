import type { OperationContext } from '#platform/operations/context.ts'

/** Who did it, as it is written beside a change. */
export function actorName({ actor }: Pick<OperationContext, 'actor'>): { id: string | null; name: string } {
  if (actor.kind === 'person') return { id: actor.userId, name: actor.name }
  return { id: null, name: actor.kind === 'job' ? actor.name : 'Kansli' }
}
