import type { Operation } from '#platform/operations/operation.ts'

export const listsOperations: readonly Operation[] = []
