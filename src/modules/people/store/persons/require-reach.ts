import type { Scope } from '#platform/access/decide.ts'
import { Problem } from '#platform/operations/problem.ts'

/**
 * Lets pass who is trusted with this unit.
 * @throws {Problem} notFound, also when there is no such unit
 */
export function requireReach({ scope }: { scope: Scope }, unitId: string): void {
  if (scope !== 'organisation' && !scope.includes(unitId)) throw new Problem('notFound')
}
