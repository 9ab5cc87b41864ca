import type { Operation } from '#platform/operations/operation.ts'
import type { Visit } from './request-context.ts'

/** May the visitor use an operation in this unit? For showing and hiding; the operation asks again. */
export function mayIn(visit: Visit, operation: Operation, unitId: string): boolean {
  const { actor } = visit
  const { policy } = operation
  if (!visit.may(operation) || actor.kind !== 'person' || policy.allow !== 'roles') return false
  return actor.grants.some((grant) => policy.roles.includes(grant.role) && grant.unitIds.includes(unitId))
}
