import type { Operation } from '#platform/operations/operation.ts'

export const privacyOperations: readonly Operation[] = []
