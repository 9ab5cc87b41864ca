import type { OperationModule } from '#platform/operations/registry.ts'
import { addTaggable } from '#modules/organisation/index.ts'
import { budgetFixtures } from './demo/fixtures.ts'
import { budgetTexts } from './messages/budget.ts'
import { budgetOperations } from './operations/index.ts'
import { getBook } from './operations/get-book.ts'
import { taggableAdjustments, taggableAssignments } from './store/taggables.ts'

export { publicationsTopic } from './store/publications.ts'
export { publishedMark } from './store/published-mark.ts'
export { publicationsWithoutFiles } from './store/unmade-files.ts'
export { renderPublicationFiles } from './operations/render-publication-files.ts'
export { loadExampleBudget } from './demo/load-example.ts'
export { tagExample } from './demo/tag-example.ts'

addTaggable(taggableAdjustments)
addTaggable(taggableAssignments)

export const budgetModule: OperationModule = {
  name: 'budget',
  operations: budgetOperations,
  texts: budgetTexts,
  topics: [{ pattern: 'budget:{book}', operation: getBook }],
  fixtures: budgetFixtures,
}
