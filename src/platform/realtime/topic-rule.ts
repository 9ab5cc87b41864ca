import type { Actor } from '../access/actor.ts'
import type { Operation } from '../operations/operation.ts'

/**
 * Who may listen to a kind of topic. The pattern names its parts, `budget:{bookId}`, and must name at least one, so
 * that no topic is shared by several organisations.
 */
export type TopicRule = { pattern: `${string}:{${string}}` } & (
  | {
      /** Whoever may call this operation, with the topic's parts as its input, may listen. */
      operation: Operation
    }
  | {
      /** For what no operation tells: decides by who asks, in which organisation, for which parts. */
      allow: (asker: { actor: Actor; organisationId: string }, parts: Record<string, string>) => boolean
    }
)
