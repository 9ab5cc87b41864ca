import type { Operation } from '#platform/operations/operation.ts'
import { addListMember } from './add-list-member.ts'
import { archiveList } from './archive-list.ts'
import { createList } from './create-list.ts'
import { exportList } from './export-list.ts'
import { freezeList } from './freeze-list.ts'
import { getList } from './get-list.ts'
import { listListFilters } from './list-list-filters.ts'
import { listLists } from './list-lists.ts'
import { previewListCounts } from './preview-list-counts.ts'
import { previewList } from './preview-list.ts'
import { removeListMember } from './remove-list-member.ts'
import { shareList } from './share-list.ts'
import { updateList } from './update-list.ts'

export const listsOperations: readonly Operation[] = [
  listListFilters,
  previewList,
  previewListCounts,
  createList,
  updateList,
  listLists,
  getList,
  freezeList,
  addListMember,
  removeListMember,
  shareList,
  archiveList,
  exportList,
]
