/** The ids of the demo book that the operations' examples are made of. */
export type BudgetFixtures = {
  bookId: string
  baseVersionId: string
  ownVersionId: string
  scenarioId: string
  publicBoardId: string
  adjustmentId: string
  fileId: string
  acceptanceId: string
  taxStepId: string
  assignmentId: string
  chapterId: string
  bodyId: string
  unitId: string
  publicationSlug: string
  year: number
}

declare module '#platform/operations/fixtures.ts' {
  interface Fixtures {
    budget: BudgetFixtures
  }
}
