import { Problem } from '../operations/problem.ts'
import type { Actor } from './actor.ts'

/**
 * The person who asks, signed in at a browser. What concerns somebody's own ways in is never done by a key: one
 * that has leaked must not be able to make others.
 * @throws {Problem} scopeRequired for a key, signInRequired for everybody else
 */
export function requireSession(actor: Actor): Extract<Actor, { kind: 'person' }> {
  if (actor.kind !== 'person') throw new Problem('signInRequired')
  if (actor.via === 'token') throw new Problem('scopeRequired')
  return actor
}
