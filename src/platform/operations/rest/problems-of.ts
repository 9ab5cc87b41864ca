import type { Operation } from '../operation.ts'
import type { ProblemCode } from '../problem.ts'
import { fileFields, inputSchemaOf } from './json-schema.ts'
import { methodAndPath } from './router.ts'

/** What may go wrong when an operation is called over the network, as far as it says so itself. */
export function problemsOf(operation: Operation): ProblemCode[] {
  const { policy, effect, route } = operation
  const schema = inputSchemaOf(operation.input)
  const { method } = methodAndPath(route)
  const takesBody = method !== 'GET'
  return [
    ...(takesBody ? (['malformed', 'otherSite', 'tooLarge'] as const) : []),
    ...(Object.keys(schema.properties ?? {}).length > 0 ? (['invalidInput', 'notFound'] as const) : []),
    ...(policy.allow === 'everyone' ? [] : (['signInRequired', 'scopeRequired'] as const)),
    ...(policy.allow === 'roles' || policy.allow === 'operator' ? (['roleRequired'] as const) : []),
    ...(policy.allow === 'roles' && policy.secondFactor ? (['secondFactorRequired'] as const) : []),
    ...(effect === 'write' ? (['changedMeanwhile', 'notPossibleNow', 'keyReused'] as const) : []),
    ...(fileFields(schema).length > 0 ? (['unsupportedFile'] as const) : []),
    'tooMany',
    'unexpected',
    'unavailable',
  ]
}
