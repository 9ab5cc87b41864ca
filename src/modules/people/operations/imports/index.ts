import type { Operation } from '#platform/operations/operation.ts'

export const importsOperations: readonly Operation[] = []
