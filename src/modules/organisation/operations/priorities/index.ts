import { addTaggable } from '../../store/priorities/taggable-registry.ts'
import { taggableRequests } from '../../store/venues/taggable-requests.ts'
import { addPriority } from './add-priority.ts'
import { adoptPriorityList } from './adopt-priority-list.ts'
import { changePriority } from './change-priority.ts'
import { createPriorityList } from './create-priority-list.ts'
import { endPriority } from './end-priority.ts'
import { endPriorityList } from './end-priority-list.ts'
import { exportPriorityCoverage } from './export-priority-coverage.ts'
import { getPriorityCoverage } from './get-priority-coverage.ts'
import { getPriorityList } from './get-priority-list.ts'
import { listPriorityLists } from './list-priority-lists.ts'
import { listThingPriorities } from './list-thing-priorities.ts'
import { reorderPriorities } from './reorder-priorities.ts'
import { searchTaggableThings } from './search-taggable-things.ts'
import { tagPriority } from './tag-priority.ts'
import { untagPriority } from './untag-priority.ts'

addTaggable(taggableRequests)

/** Everything that can be done with lists of priorities and what carries them. */
export const priorityOperations = [
  listPriorityLists,
  getPriorityList,
  createPriorityList,
  adoptPriorityList,
  endPriorityList,
  addPriority,
  changePriority,
  endPriority,
  reorderPriorities,
  searchTaggableThings,
  tagPriority,
  untagPriority,
  listThingPriorities,
  getPriorityCoverage,
  exportPriorityCoverage,
]
