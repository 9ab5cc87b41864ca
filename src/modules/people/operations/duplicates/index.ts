import type { Operation } from '#platform/operations/operation.ts'

export const duplicatesOperations: readonly Operation[] = []
