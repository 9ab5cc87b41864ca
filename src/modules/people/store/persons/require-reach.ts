import type { Scope } from '#platform/access/decide.ts'
import { Problem } from '#platform/operations/problem.ts'

/** Is the caller trusted with this unit? */
export function reaches({ scope }: { scope: Scope }, unitId: string): boolean {
  return scope === 'organisation' || scope.includes(unitId)
}

/**
 * Lets pass who is trusted with this unit.
 * @throws {Problem} notFound, also when there is no such unit
 */
export function requireReach({ scope }: { scope: Scope }, unitId: string): void {
  if (!reaches({ scope }, unitId)) throw new Problem('notFound')
}
