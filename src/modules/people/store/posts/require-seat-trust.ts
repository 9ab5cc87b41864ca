import type { Scope } from '#platform/access/decide.ts'
import { Problem } from '#platform/operations/problem.ts'

/**
 * Lets pass who fills this seat: those trusted with the body's unit, and those with the unit whose seat it is, as an
 * affiliate's, whose members nobody else sees.
 * @throws {Problem} notFound for anybody else
 */
export function requireSeatTrust(
  scope: Scope,
  body: { unitId: string },
  seat: { referenceUnitId: string | null } | undefined,
): void {
  if (scope === 'organisation' || scope.includes(body.unitId)) return
  if (seat?.referenceUnitId && scope.includes(seat.referenceUnitId)) return
  throw new Problem('notFound')
}
