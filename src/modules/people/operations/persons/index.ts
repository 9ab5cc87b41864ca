import type { Operation } from '#platform/operations/operation.ts'

export const personsOperations: readonly Operation[] = []
