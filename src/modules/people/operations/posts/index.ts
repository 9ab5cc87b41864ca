import type { Operation } from '#platform/operations/operation.ts'

export const postsOperations: readonly Operation[] = []
