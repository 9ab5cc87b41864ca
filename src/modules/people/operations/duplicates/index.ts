import type { Operation } from '#platform/operations/operation.ts'
import { cancelDuplicateSearch } from './cancel-duplicate-search.ts'
import { continueDuplicateSearch } from './continue-duplicate-search.ts'
import { dismissDuplicate } from './dismiss-duplicate.ts'
import { findDuplicates } from './find-duplicates.ts'
import { getDuplicate } from './get-duplicate.ts'
import { listDuplicates } from './list-duplicates.ts'
import { listMerges } from './list-merges.ts'
import { mergePersons } from './merge-persons.ts'
import { unmergePersons } from './unmerge-persons.ts'

export { continueDuplicateSearch, findDuplicates }

export const duplicatesOperations: readonly Operation[] = [
  findDuplicates,
  continueDuplicateSearch,
  cancelDuplicateSearch,
  listDuplicates,
  getDuplicate,
  dismissDuplicate,
  mergePersons,
  unmergePersons,
  listMerges,
]
