import type { OperationContext } from './context.ts'

/** Who did it, as it is written beside a change; without an id where a program did. */
export function actorName({ actor }: Pick<OperationContext, 'actor'>): { id: string | null; name: string } {
  if (actor.kind === 'person') return { id: actor.userId, name: actor.name }
  return { id: null, name: actor.kind === 'job' ? actor.name : 'Kansli' }
}
