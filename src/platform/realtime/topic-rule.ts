import type { Actor } from '../access/actor.ts'
import type { Operation } from '../operations/operation.ts'

/**
 * Who may listen to a kind of topic. The pattern names its parts, `budget:{bookId}`, and must name at least one, so
 * that no topic is shared by several organisations.
 */
export type TopicRule = { pattern: `${string}:{${string}}` } & (
  | {
      /** Whoever may call this operation with the topic's parts as its input may listen. It is not one that is logged. */
      operation: Operation
    }
  | {
      /** For what no operation tells: decides by who asks, in which organisation, for which parts. */
      allow: (asker: { actor: Actor; organisationId: string }, parts: Record<string, string>) => boolean
    }
)

/** What everybody may listen to, whatever the modules: the own account, and the organisation one is trusted in. */
export const commonTopics: readonly TopicRule[] = [
  {
    pattern: 'account:{userId}',
    allow: ({ actor }, { userId }) => actor.kind === 'person' && actor.userId === userId,
  },
  {
    pattern: 'organisation:{organisationId}',
    allow: (asker, { organisationId }) =>
      asker.organisationId === organisationId &&
      asker.actor.kind === 'person' &&
      asker.actor.grants.length > 0,
  },
]

/** The rule for a topic, and the topic's parts; null when there is no such kind of topic. */
export function ruleFor(
  rules: readonly TopicRule[],
  topic: string,
): { rule: TopicRule; parts: Record<string, string> } | null {
  for (const rule of rules) {
    const match = new RegExp(`^${rule.pattern.replaceAll(/\{(\w+)\}/g, '(?<$1>[\\w.-]{1,100})')}$`).exec(
      topic,
    )
    if (match) return { rule, parts: { ...match.groups } }
  }
  return null
}
