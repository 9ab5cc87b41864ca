import type { Operation } from '#platform/operations/operation.ts'

export const joiningOperations: readonly Operation[] = []
