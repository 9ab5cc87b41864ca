import type { Operation } from '#platform/operations/operation.ts'
import { listUnitUse } from './list-unit-use.ts'

/** Which units use the office. */
export const unitUseOperations: readonly Operation[] = [listUnitUse]
