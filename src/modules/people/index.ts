import type { OperationModule } from '#platform/operations/registry.ts'
import { peopleFixtures } from './fixtures/index.ts'
import { peopleTexts } from './messages/people.ts'
import { personsOperations } from './operations/persons/index.ts'
import { importsOperations } from './operations/imports/index.ts'
import { affiliationsOperations } from './operations/affiliations/index.ts'
import { duplicatesOperations } from './operations/duplicates/index.ts'
import { listsOperations } from './operations/lists/index.ts'
import { joiningOperations } from './operations/joining/index.ts'
import { privacyOperations } from './operations/privacy/index.ts'
import { electionsOperations } from './operations/elections/index.ts'
import { growthOperations } from './operations/growth/index.ts'
import { postsOperations } from './operations/posts/index.ts'
import { registersOperations } from './operations/registers/index.ts'
import { unitUseOperations } from './operations/use/index.ts'
import { votingOperations } from './operations/voting/index.ts'

export { loadPostsDemo } from './demo/posts.ts'
export { exportEverything } from './operations/registers/export-everything.ts'
export { exportRegister } from './operations/registers/export-register.ts'
export { exportRemunerations } from './operations/registers/export-remunerations.ts'
export { listRemunerations } from './operations/posts/list-remunerations.ts'
export { listUnitHealth } from './operations/posts/list-unit-health.ts'
export { listUnitUse } from './operations/use/list-unit-use.ts'
export { loadAffiliateDemo } from './demo/affiliate.ts'
export { loadElectionsDemo } from './demo/elections.ts'
export { loadGrowthDemo } from './demo/growth.ts'
export { loadListsDemo } from './demo/lists.ts'
export { addListFilter, type ListFilter } from './store/lists/filter-registry.ts'
export { findDemoDuplicates } from './demo/find-demo-duplicates.ts'
export { loadInventedPeople } from './demo/load-invented-people.ts'
export type { WrittenPerson } from './demo/write-invented-people.ts'
export { continueDuplicateSearch, findDuplicates } from './operations/duplicates/index.ts'
export { organisationsWithPeople } from './store/duplicates/organisations-with-people.ts'
export { loadMemberLifeDemo } from './demo/member-life.ts'
export { loadJoiningDemo } from './demo/joining.ts'
export { forgetImports } from './store/imports/forget-imports.ts'
export { forgetApplications, raiseOverdueWelcomes } from './store/joining/nightly.ts'

export { applyRetention, organisationOfLink, organisationsWithRetention } from './operations/privacy/index.ts'

export const peopleModule: OperationModule = {
  name: 'people',
  operations: [
    ...personsOperations,
    ...importsOperations,
    ...duplicatesOperations,
    ...listsOperations,
    ...joiningOperations,
    ...privacyOperations,
    ...postsOperations,
    ...registersOperations,
    ...growthOperations,
    ...electionsOperations,
    ...votingOperations,
    ...unitUseOperations,
    ...affiliationsOperations,
  ],
  texts: peopleTexts,
  fixtures: peopleFixtures,
  processing: ['memberRegister', 'joining', 'imports'],
}
