import type { OperationModule } from '#platform/operations/registry.ts'

export const budgetModule: OperationModule = { name: 'budget', operations: [] }
